import type { Comparable, Condition } from '@duban/storage'

/** The value of a row's field; several where any of them may match; null where there is none. */
export type FieldValue = Comparable | null | readonly Comparable[]

/** Whether a condition holds of a row in memory: the same answer as the databases give. */
export function holds<Field extends string>(
  condition: Condition<Field>,
  fieldOf: (field: Field) => FieldValue,
): boolean {
  if ('and' in condition) return condition.and.every((one) => holds(one, fieldOf))
  if ('or' in condition) return condition.or.some((one) => holds(one, fieldOf))
  if ('not' in condition) return !holds(condition.not, fieldOf)
  const value = fieldOf(condition.field)
  if ('eq' in condition && condition.eq === null) {
    return value === null || (isSeveral(value) && value.length === 0)
  }
  if (value === null) return false
  return isSeveral(value) ? value.some((one) => fits(condition, one)) : fits(condition, value)
}

function isSeveral(value: FieldValue): value is readonly Comparable[] {
  return Array.isArray(value)
}

function fits<Field extends string>(condition: Condition<Field>, value: Comparable): boolean {
  if ('eq' in condition) return value === condition.eq
  if ('in' in condition) return condition.in.includes(value)
  if ('lt' in condition) return value < condition.lt
  if ('lte' in condition) return value <= condition.lte
  if ('gt' in condition) return value > condition.gt
  if ('gte' in condition) return value >= condition.gte
  if ('contains' in condition) {
    return String(value).includes(condition.contains)
  }
  return false
}
