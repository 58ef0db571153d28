import type { CommitmentField, Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import type { CommitmentFilterField } from './commitment-filter.ts'

/** The condition as the storage takes it; throws the refusal of a field that only one plan can be asked for. */
export function storageCondition(
  condition: Condition<CommitmentFilterField>,
): Condition<CommitmentField> {
  if ('and' in condition) return { and: condition.and.map(storageCondition) }
  if ('or' in condition) return { or: condition.or.map(storageCondition) }
  if ('not' in condition) return { not: storageCondition(condition.not) }
  const { field } = condition
  if (field === 'projectKind' || field === 'projectStage') {
    throw refuse('FIELD_OF_ONE_PLAN', { field })
  }
  return { ...condition, field }
}

/** Codes of the plans that a condition names: no other plan's rows can fit it. Undefined where it names none. */
export function plansNamed(
  condition: Condition<CommitmentFilterField> | undefined,
): readonly string[] | undefined {
  if (condition === undefined) return undefined
  if ('and' in condition) {
    for (const part of condition.and) {
      const named = plansNamed(part)
      if (named) return named
    }
    return undefined
  }
  if ('or' in condition) {
    const named = condition.or.map(plansNamed)
    return named.every((one) => one !== undefined) ? [...new Set(named.flat())] : undefined
  }
  if ('not' in condition || condition.field !== 'plan') return undefined
  const codes = 'eq' in condition ? [condition.eq] : 'in' in condition ? condition.in : undefined
  return codes?.filter((code) => typeof code === 'string')
}
