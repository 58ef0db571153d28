import { type DayNumber, dateOfDay, dayNumber } from '../calendar/day-number.ts'
import { definitionAt, definitionSteps, headerAt, headerSteps } from '../plan/definition-steps.ts'
import { sameValue } from '../plan/same-value.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import type { Policy } from './policy.ts'
import { DEFAULT_POLICY_CODE, SHIPPED_POLICIES } from './shipped-policies.ts'
import { COMPILED_YINCHUAN_2025 } from './yinchuan-2025-compiled.ts'

/** The policy that lights the views of a day; where it is not the one the plan names, why. */
export interface PolicyInForce {
  readonly compiled: CompiledPolicy
  readonly instead: {
    readonly code: 'POLICY_UNKNOWN' | 'POLICY_NOT_VALID' | 'POLICY_INVALID' | 'POLICY_NOT_LOADED'
    readonly policy: string
  } | null
}

/** The policy that the plan names in the views of a day, or the default one where that cannot be applied. */
export function policyAt(ledger: Ledger, day: DayNumber): PolicyInForce {
  const code = headerAt(ledger, day)?.policy ?? DEFAULT_POLICY_CODE
  const named =
    definitionAt(ledger, 'POLICY', code, day) ??
    SHIPPED_POLICIES.find((policy) => policy.code === code)
  if (named === undefined) return defaultFor('POLICY_UNKNOWN', code)
  if (!isValidOn(named, day)) return defaultFor('POLICY_NOT_VALID', code)
  if (sameValue(named, COMPILED_YINCHUAN_2025.policy)) return DEFAULT
  const compiled = ledger.engine?.compilePolicy(named)
  if (compiled === undefined) return defaultFor('POLICY_NOT_LOADED', code)
  if (!compiled.ok) return defaultFor('POLICY_INVALID', code)
  return { compiled: compiled.value, instead: null }
}

const DEFAULT: PolicyInForce = { compiled: COMPILED_YINCHUAN_2025, instead: null }

function defaultFor(
  code: NonNullable<PolicyInForce['instead']>['code'],
  policy: string,
): PolicyInForce {
  return { compiled: COMPILED_YINCHUAN_2025, instead: { code, policy } }
}

function isValidOn({ validFrom, validTo }: Policy, day: DayNumber): boolean {
  const date = dateOfDay(day)
  if (date === null) return false
  return (
    (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo)
  )
}

/** The days on which another policy may come into force. */
export function policyDays(ledger: Ledger): readonly DayNumber[] {
  const days = headerSteps(ledger).map((step) => step.from)
  const own = (ledger.index.codes.get('POLICY') ?? []).flatMap((code) =>
    definitionSteps(ledger, 'POLICY', code),
  )
  for (const step of own) days.push(step.from)
  const policies = [...SHIPPED_POLICIES, ...own.map((step) => step.value)]
  for (const policy of policies) {
    const first = policy?.validFrom === undefined ? null : dayNumber(policy.validFrom)
    const last = policy?.validTo === undefined ? null : dayNumber(policy.validTo)
    if (first !== null) days.push(first)
    if (last !== null) days.push(last + 1)
  }
  return days
}
