import type { Text } from '@duban/domain'
import type { Actor, Refusal, Role } from '@duban/domain/decide'
import { message } from '@duban/domain/messages'
import type { WriteOutcome } from './write.ts'

/** One reason against a write, with its text. */
export interface WriteRefusal {
  readonly code: string
  readonly text: Required<Text>
  /** Path of the input field, for example `observations.3.value`; empty where it is the whole input. */
  readonly path: string
  /** Place in a document that was sent as text, from 1. */
  readonly line?: number
  readonly column?: number
}

/** Why a write was not done. The first refusal speaks for all. */
export type WriteFailure = { readonly refusals: readonly [WriteRefusal, ...WriteRefusal[]] } & (
  | { readonly __typename: 'Refused' }
  | { readonly __typename: 'NotAllowed'; readonly roles: readonly Role[] }
  | {
      readonly __typename: 'Conflict'
      readonly expected: number | null
      readonly current: number
    }
  | { readonly __typename: 'KeyReused'; readonly key: string; readonly revision: number }
)

/** A refusal of the domain's with its text. */
export function withText(refusal: Refusal): WriteRefusal {
  const { code, path } = refusal
  return { code, path, text: { zh: message(refusal, 'ZH'), en: message(refusal, 'EN') } }
}

/** The failure of refusals; of one who may not, where that is all that is wrong. */
export function failureOf(
  [first, ...others]: readonly WriteRefusal[],
  roles: readonly Role[],
): WriteFailure {
  if (first === undefined) throw new Error('a refusal without a reason')
  const refusals = [first, ...others] as const
  return refusals.every(({ code }) => notAllowedCodes.has(code))
    ? { __typename: 'NotAllowed', refusals: [...refusals], roles }
    : { __typename: 'Refused', refusals: [...refusals] }
}

const notAllowedCodes = new Set(['NOT_ALLOWED', 'NOT_YOUR_UNIT', 'NO_TOKEN'])

/** The failure that a write came to. */
export function failureOfOutcome(
  outcome: Exclude<WriteOutcome, { readonly outcome: 'DONE' }>,
  roles: readonly Role[],
): WriteFailure {
  switch (outcome.outcome) {
    case 'REFUSED':
      return failureOf(outcome.refusals.map(withText), roles)
    case 'CONFLICT': {
      const { expected, current } = outcome
      return { __typename: 'Conflict', expected, current, refusals: [conflict(expected, current)] }
    }
    case 'KEY_REUSED': {
      const { key, revision } = outcome
      return { __typename: 'KeyReused', key, revision, refusals: [keyReused(key, revision)] }
    }
  }
}

/** The failure of someone without a token, or without one of these roles. */
export function notAllowed(actor: Actor | null, roles: readonly Role[]): WriteFailure {
  const refusal =
    actor === null
      ? { code: 'NO_TOKEN', path: '', text: noToken }
      : withText({ code: 'NOT_ALLOWED', path: '', params: { roles: roles.join(', ') } })
  return { __typename: 'NotAllowed', roles, refusals: [refusal] }
}

const noToken = {
  zh: '写入需要访问令牌（Authorization: Bearer …）',
  en: 'writing takes a bearer token (Authorization: Bearer ...)',
}

function conflict(expected: number | null, current: number): WriteRefusal {
  if (expected !== null) {
    return withText({ code: 'CONFLICT', path: 'expectedRevision', params: { expected, current } })
  }
  return {
    code: 'CONFLICT',
    path: '',
    text: {
      zh: `同时写入该计划的人太多，请重试（现为第 ${current} 版）`,
      en: `too many write this plan at once; try again (revision ${current} is current)`,
    },
  }
}

function keyReused(key: string, revision: number): WriteRefusal {
  return {
    code: 'KEY_REUSED',
    path: 'idempotencyKey',
    text: {
      zh: `幂等键 ${key} 已用于另一请求（第 ${revision} 版）`,
      en: `the idempotency key ${key} was used for another request (revision ${revision})`,
    },
  }
}
