import type { Condition } from '@duban/storage'

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
