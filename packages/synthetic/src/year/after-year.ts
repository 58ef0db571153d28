import type { Fact, Indicator, Plan } from '@duban/domain'

/** The plan as a made-up year leaves it: with the target that was changed quietly. */
export function planAfterYear(plan: Plan, facts: readonly Fact[]): Plan {
  const changed = new Map<string, Indicator>()
  for (const fact of facts) {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) continue
    const { set } = fact.change
    if (set.kind === 'INDICATOR') changed.set(set.code, set.value)
  }
  return {
    ...plan,
    indicators: plan.indicators.map((indicator) => changed.get(indicator.code) ?? indicator),
  }
}
