import type { IsoDate } from '../calendar/date.ts'
import type { Amendment } from '../fact/fact.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { parseDecimal } from '../quantity/decimal.ts'
import { compareExact, parseExact } from '../quantity/exact.ts'
import { checkForceDate, checkReason } from './checks.ts'
import type { AmendTarget } from './command.ts'
import type { Decision } from './decision.ts'
import type { Known } from './known.ts'
import { latestOn } from './latest.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

/** Changes a target, its upper bound or its baseline from a day on; what it was before is kept. */
export function amendTarget(situation: Situation, command: AmendTarget): Decision {
  const { known } = situation
  const effectiveOn = command.effectiveOn ?? situation.today
  const refusals: Refusal[] = [
    ...checkReason('reason', command.reason),
    ...checkForceDate(situation, 'effectiveOn', effectiveOn),
  ]
  const { document } = command
  if (document !== undefined && known.definition('DOCUMENT', document) === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', 'document', { kind: 'DOCUMENT', code: document }))
  }
  const indicator = known.definition('INDICATOR', command.indicator)
  const value = parseDecimal(command.value)
  if (!value.ok) {
    refusals.push(refuse('INVALID_DECIMAL', 'value', { value: command.value.slice(0, 64) }))
  }
  if (indicator === undefined) {
    const unknown = { kind: 'INDICATOR', code: command.indicator }
    refusals.push(refuse('UNKNOWN_CODE', 'indicator', unknown))
  } else if (value.ok) {
    refusals.push(...checkAmendment(known, indicator, command.field, value.value, effectiveOn))
  }
  if (refusals.length > 0 || !value.ok) return { ok: false, refusals }
  return {
    ok: true,
    facts: [
      {
        type: 'AMENDMENT',
        ...baseOf(situation, effectiveOn),
        indicator: command.indicator,
        field: command.field,
        value: value.value,
        reason: command.reason,
        ...(document === undefined ? {} : { document }),
      },
    ],
  }
}

function checkAmendment(
  known: Known,
  indicator: Indicator,
  field: Amendment['field'],
  value: string,
  on: IsoDate,
): Refusal[] {
  const { code } = indicator
  const isRange = indicator.comparator === 'BETWEEN'
  if (field === 'targetUpper' && !isRange) {
    return [refuse('FIELD_NOT_APPLICABLE', 'field', { field, code })]
  }
  const current = amendedValue(known, indicator, field, on)
  if (current === value) return [refuse('NO_CHANGE', 'value', { current })]
  if (!isRange || field === 'baseline') return []
  const other = amendedValue(known, indicator, field === 'target' ? 'targetUpper' : 'target', on)
  const [lower, upper] = field === 'target' ? [value, other] : [other, value]
  return lower !== undefined && upper !== undefined && isAbove(lower, upper)
    ? [refuse('BOUNDS_CROSSED', 'value', { lower, upper })]
    : []
}

function isAbove(left: string, right: string): boolean {
  const a = parseExact(left)
  const b = parseExact(right)
  return a !== null && b !== null && compareExact(a, b) > 0
}

/** The value a field has on a day by the definition and the amendments known. */
function amendedValue(
  known: Known,
  indicator: Indicator,
  field: Amendment['field'],
  on: IsoDate,
): string | undefined {
  const latest = latestOn(
    known,
    known.ofType('AMENDMENT'),
    on,
    (it) => it.indicator === indicator.code && it.field === field,
  )
  return latest?.value ?? indicator[field]
}
