import type { Actor } from '@duban/domain'
import { SignJWT } from 'jose'

/** What a token says, and for how long. */
export interface TokenToSign {
  readonly actor: Pick<Actor, 'name' | 'roles' | 'units'>
  readonly now: Date
  /** Days until it expires. */
  readonly days: number
  readonly issuer: string | null
  readonly audience: string | null
}

const daySeconds = 86_400

/** A token that `verifyToken` takes with the same secret and settings. */
export async function signToken(
  secret: Uint8Array,
  { actor, now, days, issuer, audience }: TokenToSign,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000)
  return await new SignJWT({
    sub: actor.name,
    roles: [...actor.roles],
    units: [...actor.units],
    iat: seconds,
    exp: seconds + days * daySeconds,
    ...(issuer === null ? {} : { iss: issuer }),
    ...(audience === null ? {} : { aud: audience }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(secret)
}
