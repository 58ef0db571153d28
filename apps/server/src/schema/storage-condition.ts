import type { CommitmentField, Condition } from '@duban/storage'
import type { CommitmentFilterField } from './commitment-filter.ts'

/** The condition as the storage takes it; undefined where it is about a field that the storage does not keep. */
export function storageCondition(
  condition: Condition<CommitmentFilterField>,
): Condition<CommitmentField> | undefined {
  if ('and' in condition) {
    const and = condition.and.flatMap((part) => storageCondition(part) ?? [])
    return and.length === condition.and.length ? { and } : undefined
  }
  if ('or' in condition) {
    const or = condition.or.flatMap((part) => storageCondition(part) ?? [])
    return or.length === condition.or.length ? { or } : undefined
  }
  if ('not' in condition) {
    const not = storageCondition(condition.not)
    return not && { not }
  }
  const { field } = condition
  return field === 'projectKind' || field === 'projectStage' ? undefined : { ...condition, field }
}

/**
 * Codes of the plans that a condition names, each once: no other plan's rows can fit it. Undefined where it names
 * none.
 */
export function plansNamed(
  condition: Condition<string> | undefined,
): readonly string[] | undefined {
  if (condition === undefined) return undefined
  if ('and' in condition) {
    const named = condition.and.flatMap((part) => {
      const codes = plansNamed(part)
      return codes ? [new Set(codes)] : []
    })
    const [first, ...others] = named
    return first && [...first].filter((code) => others.every((codes) => codes.has(code)))
  }
  if ('or' in condition) {
    const named = condition.or.map(plansNamed)
    return named.every((one) => one !== undefined) ? [...new Set(named.flat())] : undefined
  }
  if ('not' in condition || condition.field !== 'plan') return undefined
  const codes = 'eq' in condition ? [condition.eq] : 'in' in condition ? condition.in : undefined
  return codes && [...new Set(codes.filter((code) => typeof code === 'string'))]
}
