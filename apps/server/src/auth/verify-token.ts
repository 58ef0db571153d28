import type { Actor, Role } from '@duban/domain'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { publicKeyAlgorithms } from './jwks-file.ts'
import type { TokenKeys } from './token-keys.ts'
import type { TokenProblem, TokenProblemCode } from './token-problem.ts'

/** Who sends a token, or why it is not taken. */
export type Verified =
  | { readonly ok: true; readonly actor: Actor; readonly expiresAt: Date | null }
  | { readonly ok: false; readonly problem: TokenProblem }

/** Signatures that the shared secret verifies. */
export const secretAlgorithms = ['HS256', 'HS384', 'HS512'] as const

const clockToleranceSeconds = 30
const longestName = 200
const roles: readonly Role[] = ['REPORTER', 'REVIEWER', 'EDITOR', 'ADMIN']

/** Verifies a JSON Web Token: its signature, its times, and the claims that tell who acts. */
export async function verifyToken(keys: TokenKeys, token: string, now: Date): Promise<Verified> {
  const algorithm = algorithmOf(token)
  if (algorithm === null) return refused('MALFORMED')
  const isOfSecret = includes(secretAlgorithms, algorithm)
  const key = isOfSecret ? keys.secret : await keys.jwks?.(now)
  if (!key || (!isOfSecret && !includes(publicKeyAlgorithms, algorithm))) {
    return refused('ALGORITHM', { algorithm: algorithm.slice(0, 32) })
  }
  const options = {
    currentDate: now,
    clockTolerance: clockToleranceSeconds,
    algorithms: [algorithm],
    ...(keys.issuer === null ? {} : { issuer: keys.issuer }),
    ...(keys.audience === null ? {} : { audience: keys.audience }),
  }
  try {
    // One call for each kind of key: jwtVerify is overloaded and takes no union of them.
    const { payload } = await (typeof key === 'function'
      ? jwtVerify(token, key, options)
      : jwtVerify(token, key, options))
    return actorOf(payload)
  } catch (error) {
    return { ok: false, problem: problemOf(error, token) }
  }
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value)
}

function algorithmOf(token: string): string | null {
  try {
    return decodeProtectedHeader(token).alg ?? null
  } catch {
    return null
  }
}

/** The claims as an Actor: `sub`, `role` or `roles`, `unit` or `units`. Roles of others are passed over. */
function actorOf(payload: JWTPayload): Verified {
  const { sub } = payload
  if (sub === undefined || sub.trim() === '' || sub.length > longestName) {
    return refused('CLAIM', { claim: 'sub' })
  }
  const named = textsOf(payload.roles ?? payload.role)
  if (named === null) return refused('CLAIM', { claim: 'roles' })
  const units = textsOf(payload.units ?? payload.unit)
  if (units === null) return refused('CLAIM', { claim: 'units' })
  return {
    ok: true,
    actor: { name: sub, roles: roles.filter((one) => named.includes(one)), units },
    expiresAt: payload.exp === undefined ? null : new Date(payload.exp * 1000),
  }
}

/** One text or a list of them; null for anything else. */
function textsOf(claim: unknown): readonly string[] | null {
  const list: readonly unknown[] = claim === undefined ? [] : Array.isArray(claim) ? claim : [claim]
  return list.every((one) => typeof one === 'string') ? list : null
}

function problemOf(error: unknown, token: string): TokenProblem {
  if (error instanceof errors.JWTExpired) return timed('EXPIRED', error.payload.exp)
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf' && error.reason === 'check_failed') {
      return timed('NOT_YET', error.payload.nbf)
    }
    return { code: 'CLAIM', params: { claim: error.claim } }
  }
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return { code: 'SIGNATURE', params: {} }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    const kid = decodeProtectedHeader(token).kid ?? '-'
    return { code: 'UNKNOWN_KEY', params: { kid: kid.slice(0, 64) } }
  }
  if (error instanceof errors.JOSEError) return { code: 'MALFORMED', params: {} }
  throw error
}

function timed(code: 'EXPIRED' | 'NOT_YET', seconds: number | undefined): TokenProblem {
  const at = new Date((seconds ?? Number.NaN) * 1000)
  return { code, params: { at: Number.isNaN(at.getTime()) ? '?' : at.toISOString() } }
}

function refused(code: TokenProblemCode, params: Readonly<Record<string, string>> = {}): Verified {
  return { ok: false, problem: { code, params } }
}
