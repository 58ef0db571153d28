import type { Decimal } from '../quantity/decimal.ts'
import { parseDecimal } from '../quantity/decimal.ts'
import { convert } from '../quantity/quantity.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { ObservationInput } from './command.ts'
import type { Known } from './known.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A reported value in the unit its subject is kept in, if in any, or why not; paths are relative to the input. */
export function convertReported(
  known: Known,
  input: Pick<ObservationInput, 'of' | 'value' | 'unit'>,
  home: string | undefined,
): Decimal | readonly Refusal[] {
  const parsed = parseDecimal(input.value)
  if (!parsed.ok) return [refuse('INVALID_DECIMAL', 'value', { value: input.value.slice(0, 64) })]
  if (home === undefined) {
    return [refuse('FIELD_NOT_APPLICABLE', 'of.kind', { field: 'investment', code: input.of.code })]
  }
  if (input.of.kind === 'PROJECT' && parsed.value.startsWith('-')) {
    return [refuse('NEGATIVE', 'value', { value: parsed.value })]
  }
  if (input.unit === undefined || input.unit === home) return parsed.value
  const from = findMeasureUnit(input.unit, known.definitions('MEASURE_UNIT'))
  if (from === null) {
    return [refuse('UNKNOWN_CODE', 'unit', { kind: 'MEASURE_UNIT', code: input.unit })]
  }
  const to = findMeasureUnit(home, known.definitions('MEASURE_UNIT'))
  const converted = to === null ? null : convert(parsed.value, from, to)
  return converted?.ok === true
    ? converted.value
    : [refuse('UNITS_DO_NOT_CONVERT', 'unit', { from: input.unit, to: home })]
}
