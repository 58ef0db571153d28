import type { Text } from '@duban/domain'
import type { AuthSettings } from './auth-settings.ts'
import { SECRET_BYTES, type Weakness, weaknessOf } from './guessable-secret.ts'
import { type JwksFile, openJwks } from './jwks-file.ts'
import { keyFileIn } from './key-file.ts'
import { isLoopback } from './loopback.ts'

/** What tokens are verified and signed with. */
export interface TokenKeys {
  /** The shared secret: of the settings, or the server's own; null where only public keys are trusted. */
  readonly secret: Uint8Array | null
  readonly jwks: JwksFile | null
  readonly issuer: string | null
  readonly audience: string | null
}

/** Keys, with what is doubtful about them on a loopback address; or why no server may run with them. */
export type TokenKeysRead =
  | { readonly ok: true; readonly keys: TokenKeys; readonly warnings: readonly Text[] }
  | { readonly ok: false; readonly problems: readonly Text[] }

/**
 * Gets the keys that the settings name; without any, the server's own in the data folder, made at the first start.
 * A key that can be guessed is refused where the host can be reached from other machines.
 */
export async function loadTokenKeys(
  settings: AuthSettings,
  place: { readonly host: string; readonly dataDir: string },
): Promise<TokenKeysRead> {
  const jwks = settings.jwksFile === null ? null : await openJwks(settings.jwksFile)
  if (jwks?.ok === false) return { ok: false, problems: [jwks.problem] }
  const found = await secretOf(settings, place.dataDir).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  })
  if (typeof found === 'string') return { ok: false, problems: [cannotKeep(place.dataDir, found)] }
  const { secret, doubts } = found
  if (doubts.length > 0 && !isLoopback(place.host)) {
    return { ok: false, problems: doubts.map((doubt) => withHost(doubt, place.host)) }
  }
  const keys: TokenKeys = {
    secret: secret === null ? null : new TextEncoder().encode(secret),
    jwks: jwks?.keys ?? null,
    issuer: settings.issuer,
    audience: settings.audience,
  }
  return { ok: true, keys, warnings: doubts }
}

type Both = Required<Text>

function cannotKeep(dataDir: string, code: string): Both {
  return {
    zh: `无法在 ${dataDir} 读写令牌密钥（${code}）`,
    en: `the key of tokens can be neither read nor written in ${dataDir} (${code})`,
  }
}

async function secretOf(
  { jwtSecret, jwksFile }: AuthSettings,
  dataDir: string,
): Promise<{ readonly secret: string | null; readonly doubts: readonly Both[] }> {
  if (jwtSecret !== null) return { secret: jwtSecret, doubts: doubtsOf('JWT_SECRET', jwtSecret) }
  if (jwksFile !== null) return { secret: null, doubts: [] }
  const { file, secret, readableByOthers } = await keyFileIn(dataDir)
  const doubts = [...doubtsOf(file, secret)]
  if (readableByOthers) {
    doubts.push({
      zh: `${file} 可被其他用户读取，请执行 chmod 600`,
      en: `${file} can be read by other users: chmod 600 it`,
    })
  }
  return { secret, doubts }
}

function doubtsOf(name: string, secret: string): readonly Both[] {
  const weakness = weaknessOf(secret)
  if (weakness === null) return []
  const { zh, en } = weaknesses[weakness]
  const advice = "node -p \"require('crypto').randomBytes(32).toString('base64url')\""
  return [
    {
      zh: `${name} 容易被猜中：${zh}；可用 ${advice} 生成`,
      en: `${name} is easily guessed: ${en}; make one with ${advice}`,
    },
  ]
}

const weaknesses: Readonly<Record<Weakness, Both>> = {
  SHORT: { zh: `不足 ${SECRET_BYTES} 字节`, en: `it has less than ${SECRET_BYTES} bytes` },
  REPEATED: { zh: '由少数字符或同一段重复而成', en: 'it repeats a few characters or one part' },
  SEQUENCE: { zh: '是连续的字符', en: 'its characters follow one another' },
  COMMON: { zh: '由常用词拼成', en: 'it is made of common words' },
}

function withHost({ zh, en }: Both, host: string): Both {
  return {
    zh: `${zh}。在 ${host} 上对外提供服务前须更换`,
    en: `${en}. Change it before serving other machines on ${host}`,
  }
}
