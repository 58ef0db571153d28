import { readFile, stat } from 'node:fs/promises'
import type { Text } from '@duban/domain'
import { type CryptoKey, createLocalJWKSet, importJWK, type LocalJWKSet } from 'jose'

/** Signatures that a public key verifies. A shared secret is none: who can check it can also sign. */
// biome-ignore format: one family a line
export const publicKeyAlgorithms = [
  'RS256', 'RS384', 'RS512',
  'PS256', 'PS384', 'PS512',
  'ES256', 'ES384', 'ES512',
  'EdDSA', 'Ed25519',
] as const

/** The public keys of a JSON Web Key Set, or what is wrong with it. */
export type JwksRead =
  | { readonly ok: true; readonly find: LocalJWKSet }
  | { readonly ok: false; readonly problem: Text }

const lookEveryMs = 5_000
const fewestRsaBits = 2048

/**
 * Public keys that follow their file: a key that is added or taken out counts within seconds. A file that has become
 * wrong changes nothing.
 */
export async function openJwks(
  file: string,
): Promise<Extract<JwksRead, { ok: false }> | { readonly ok: true; readonly keys: JwksFile }> {
  const first = await readJwks(file)
  if (!first.ok) return first
  let { find } = first
  let seen = await lastChange(file)
  let lookedAt = 0
  const keys: JwksFile = async (now) => {
    if (Math.abs(now.getTime() - lookedAt) >= lookEveryMs) {
      lookedAt = now.getTime()
      const changed = await lastChange(file)
      if (changed !== seen) {
        const again = await readJwks(file)
        if (again.ok) {
          find = again.find
          seen = changed
        }
      }
    }
    return find
  }
  return { ok: true, keys }
}

/** The keys as the file has them now. */
export type JwksFile = (now: Date) => Promise<LocalJWKSet>

async function lastChange(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
}

async function readJwks(file: string): Promise<JwksRead> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return wrong(file, { zh: '无法读取', en: 'it cannot be read' })
  const keys = keysIn(text)
  if (keys === null || keys.length === 0) {
    return wrong(file, {
      zh: '应为 JSON Web Key Set：{"keys": [...]}，且至少有一个公钥',
      en: 'it must be a JSON Web Key Set with at least one public key: {"keys": [...]}',
    })
  }
  for (const [at, key] of keys.entries()) {
    const reason = await problemOf(key)
    if (reason !== null) {
      return wrong(file, { zh: `keys[${at}]：${reason.zh}`, en: `keys[${at}]: ${reason.en}` })
    }
  }
  return { ok: true, find: createLocalJWKSet({ keys: [...keys] }) }
}

interface KeyLike {
  readonly kty: string
  readonly [member: string]: unknown
}

function keysIn(text: string): readonly KeyLike[] | null {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('keys' in read)) return null
    return Array.isArray(read.keys) && read.keys.every(isKey) ? read.keys : null
  } catch {
    return null
  }
}

function isKey(value: unknown): value is KeyLike {
  return (
    typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'
  )
}

type Both = Required<Text>

async function problemOf(key: KeyLike): Promise<Both | null> {
  if (key.kty === 'oct') {
    return {
      zh: '共享密钥请放在 JWT_SECRET',
      en: 'a shared secret goes into JWT_SECRET',
    }
  }
  if ('d' in key) {
    return { zh: '含有私钥，只应放公钥', en: 'it holds a private key; give the public one only' }
  }
  try {
    const imported = await importJWK(key, algorithmOf(key))
    return isTooShort(imported) ? tooShort : null
  } catch {
    return { zh: '不是可用的公钥', en: 'it is no public key that can be used' }
  }
}

const tooShort: Both = {
  zh: `RSA 公钥至少 ${fewestRsaBits} 位`,
  en: `an RSA key has at least ${fewestRsaBits} bits`,
}

function algorithmOf(key: KeyLike): string {
  if (typeof key.alg === 'string') return key.alg
  if (key.kty === 'RSA') return 'RS256'
  if (key.kty === 'OKP') return 'EdDSA'
  return key.crv === 'P-384' ? 'ES384' : key.crv === 'P-521' ? 'ES512' : 'ES256'
}

function isTooShort(key: CryptoKey | Uint8Array): boolean {
  if (key instanceof Uint8Array || !('modulusLength' in key.algorithm)) return false
  return Number(key.algorithm.modulusLength) < fewestRsaBits
}

function wrong(file: string, reason: Both): JwksRead {
  return {
    ok: false,
    problem: { zh: `JWKS_FILE ${file}：${reason.zh}`, en: `JWKS_FILE ${file}: ${reason.en}` },
  }
}
