import type { Text } from '@duban/domain'

/** Where the keys of bearer tokens come from, and whether reading takes a token. */
export interface AuthSettings {
  /** Shared secret of HS256, HS384 and HS512 tokens; null unless given. */
  readonly jwtSecret: string | null
  /** File of a JSON Web Key Set with the public keys of an identity provider; null unless given. */
  readonly jwksFile: string | null
  /** What `iss` must say; null takes any. */
  readonly issuer: string | null
  /** What `aud` must hold; null takes any. */
  readonly audience: string | null
  /** False: reading takes a token too. */
  readonly openReading: boolean
}

/** The environment variable of each setting. */
export const authVariables = {
  jwtSecret: 'JWT_SECRET',
  jwksFile: 'JWKS_FILE',
  issuer: 'JWT_ISSUER',
  audience: 'JWT_AUDIENCE',
  openReading: 'DUBAN_READING',
} as const satisfies Readonly<Record<keyof AuthSettings, string>>

/** Reads the settings of tokens; an absent or empty variable takes its default. Problems are added to the list. */
export function readAuthSettings(
  env: Readonly<Record<string, string | undefined>>,
  problems: Text[],
): AuthSettings {
  const read = (setting: keyof AuthSettings): string | null => env[authVariables[setting]] || null
  const reading = read('openReading') ?? 'open'
  if (reading !== 'open' && reading !== 'token') {
    const name = authVariables.openReading
    problems.push({
      zh: `${name} 应为 open（公开）或 token（凭令牌），现为“${reading}”`,
      en: `${name} must be one of open, token, not "${reading}"`,
    })
  }
  return {
    jwtSecret: read('jwtSecret'),
    jwksFile: read('jwksFile'),
    issuer: read('issuer'),
    audience: read('audience'),
    // A setting that is not understood closes rather than opens.
    openReading: reading === 'open',
  }
}
