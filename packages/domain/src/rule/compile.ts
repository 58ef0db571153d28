import type { Plan } from '../plan/plan.ts'
import type { Policy } from '../policy/policy.ts'
import { createRuleEngine, type RuleEngineOptions } from './create-rule-engine.ts'
import type { Compiled, CompiledPolicy, CompiledRule } from './engine.ts'
import type { Rule } from './rule.ts'

/** Compiles one rule against the fields of its subject kind in the plan; of many, better with one createRuleEngine. */
export function compileRule(
  rule: Rule,
  plan: Plan,
  options?: RuleEngineOptions,
): Compiled<CompiledRule> {
  return createRuleEngine(options).compileRule(rule, plan)
}

/** Compiles one policy; an issue's path names its line (`lights.3.when`). */
export function compilePolicy(
  policy: Policy,
  options?: RuleEngineOptions,
): Compiled<CompiledPolicy> {
  return createRuleEngine(options).compilePolicy(policy)
}
