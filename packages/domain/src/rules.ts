export { type CelLimits, DEFAULT_CEL_LIMITS } from './rule/cel-limits.ts'
export { compilePolicy, compileRule } from './rule/compile.ts'
export { createRuleEngine, type RuleEngineOptions } from './rule/create-rule-engine.ts'
export type {
  CelIssue,
  Compiled,
  CompiledPolicy,
  CompiledRule,
  PolicyFacts,
  RuleEngine,
  SubjectFacts,
  Truth,
} from './rule/engine.ts'
