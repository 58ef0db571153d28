import { expectTypeOf } from 'vitest'
import type { IsoDate } from '../calendar/date.ts'
import type { Policy } from '../policy/policy.ts'
import type {
  CelIssue,
  Compiled,
  CompiledPolicy,
  CompiledRule,
  RuleEngine,
  SubjectFacts,
  Truth,
} from './engine.ts'
import type { GroupFacts, IndicatorFacts, ProjectFacts } from './subject-facts.ts'

declare const engine: RuleEngine
declare const policy: Policy
declare const rule: CompiledRule
declare const project: ProjectFacts

const compiled = engine.compilePolicy(policy)
expectTypeOf(compiled).toEqualTypeOf<Compiled<CompiledPolicy>>()
if (compiled.ok) expectTypeOf(compiled.value.readsPeers).toEqualTypeOf<boolean>()
else expectTypeOf(compiled.issues).toEqualTypeOf<readonly CelIssue[]>()

expectTypeOf(rule.holds(project)).toEqualTypeOf<Truth>()
expectTypeOf(rule.dueOn(project)).toEqualTypeOf<IsoDate | null | { readonly missing: string }>()
expectTypeOf<ProjectFacts>().toExtend<SubjectFacts>()
expectTypeOf<GroupFacts>().toExtend<SubjectFacts>()
expectTypeOf<IndicatorFacts>().toExtend<SubjectFacts>()

// @ts-expect-error A value is there only where compiling succeeded.
expectTypeOf(compiled.value)
