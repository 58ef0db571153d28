import type { Text } from '@duban/domain'

/** Why a token is not taken, with the names of the parameters of its text. */
const texts = {
  NO_BEARER: {
    zh: 'Authorization 应写作“Bearer 令牌”',
    en: 'Authorization is written "Bearer TOKEN"',
  },
  MALFORMED: { zh: '这不是一个 JWT 令牌', en: 'this is no JSON Web Token' },
  ALGORITHM: {
    zh: '不接受以 {algorithm} 签名的令牌',
    en: 'tokens signed with {algorithm} are not accepted',
  },
  UNKNOWN_KEY: {
    zh: '没有该令牌所称的公钥（kid：{kid}）',
    en: 'there is no key as the token names it (kid: {kid})',
  },
  SIGNATURE: { zh: '令牌的签名不符', en: 'the signature of the token is not right' },
  EXPIRED: { zh: '令牌已于 {at} 过期', en: 'the token expired at {at}' },
  NOT_YET: { zh: '令牌自 {at} 起方才有效', en: 'the token is valid from {at} only' },
  CLAIM: { zh: '令牌的 {claim} 缺失或不符', en: 'the {claim} of the token is missing or wrong' },
} as const satisfies Readonly<Record<string, Text>>

export type TokenProblemCode = keyof typeof texts

/** Why a request's token is not taken. */
export interface TokenProblem {
  readonly code: TokenProblemCode
  readonly params: Readonly<Record<string, string>>
}

/** A TokenProblem for people. */
export function textOfTokenProblem({ code, params }: TokenProblem): Required<Text> {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
  const { zh, en } = texts[code]
  return { zh: fill(zh), en: fill(en) }
}
