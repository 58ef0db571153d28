import type { Actor } from '@duban/domain'
import type { TokenKeys } from './token-keys.ts'
import type { TokenProblem } from './token-problem.ts'
import { verifyToken } from './verify-token.ts'

/** Who sends a request: an actor, nobody in particular (null), or somebody whose token is not taken. */
export type Authentication =
  | { readonly ok: true; readonly actor: Actor | null; readonly expiresAt: Date | null }
  | { readonly ok: false; readonly problem: TokenProblem }

/** Tells who sends a request by its Authorization header. */
export async function authenticate(
  keys: TokenKeys,
  authorization: string | null,
  now: Date,
): Promise<Authentication> {
  if (authorization === null) return { ok: true, actor: null, expiresAt: null }
  const token = /^bearer +([^\s]+) *$/i.exec(authorization)?.[1]
  if (token === undefined) return { ok: false, problem: { code: 'NO_BEARER', params: {} } }
  return verifyToken(keys, token, now)
}
