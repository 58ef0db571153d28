import type { Fact } from '../fact/fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { checkCompiled } from './check-cel.ts'
import { type Refusal, refuse } from './refusal.ts'

/** The conditions of definitions that come with a plan, those it has now and those it had; as `checkPlan` checks its own. */
export function checkImportedDefinitions(
  plan: Plan,
  facts: readonly Fact[],
  engine: RuleEngine | undefined,
): Refusal[] {
  const then = withEventsOf(plan, facts)
  return facts.flatMap((fact, at) => {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) return []
    const { set } = fact.change
    const path = `${at}.change.set.value`
    const where = set.kind === 'INDICATOR' ? set.value.derivation?.where : undefined
    if (set.kind !== 'RULE' && set.kind !== 'POLICY' && where === undefined) return []
    if (engine === undefined) return [refuse('NO_RULE_ENGINE', '', {})]
    if (set.kind === 'RULE') return checkCompiled(path, engine.compileRule(set.value, then))
    if (set.kind === 'POLICY') return checkCompiled(path, engine.compilePolicy(set.value))
    return where === undefined
      ? []
      : checkCompiled(`${path}.derivation`, engine.compileWhere(where, then))
  })
}

/** The plan with the event types that it ever had: earlier conditions may ask for them. */
function withEventsOf(plan: Plan, facts: readonly Fact[]): Plan {
  const types = new Map(plan.eventTypes.map((type) => [type.code, type]))
  for (const fact of facts) {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) continue
    const { set } = fact.change
    if (set.kind === 'EVENT_TYPE' && !types.has(set.code)) types.set(set.code, set.value)
  }
  return { ...plan, eventTypes: [...types.values()] }
}
