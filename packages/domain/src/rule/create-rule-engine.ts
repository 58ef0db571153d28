import { isDate } from '../calendar/date.ts'
import { compilePolicyLines } from '../policy/compile-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { madeOnce } from '../view/lazy.ts'
import { compileEvaluation, type Evaluation, truthOf } from './cel-condition.ts'
import { isFailure } from './cel-failure.ts'
import { type CelLimits, DEFAULT_CEL_LIMITS } from './cel-limits.ts'
import { checkSource, type WantedType } from './cel-source.ts'
import type { Compiled, CompiledPolicy, CompiledRule, RuleEngine, SubjectFacts } from './engine.ts'
import type { Rule, RuleDue } from './rule.ts'
import { createPlaces, type SubjectPlace } from './subject-place.ts'

/** Settings of a rule engine. */
export interface RuleEngineOptions {
  /** Bounds on sources, DEFAULT_CEL_LIMITS unless given. */
  readonly limits?: Partial<CelLimits>
}

/** The engine that compiles rules, policies and conditions written in CEL; what it has compiled it does not compile again. */
export function createRuleEngine(options: RuleEngineOptions = {}): RuleEngine {
  const limits: CelLimits = { ...DEFAULT_CEL_LIMITS, ...options.limits }
  const placeOf = createPlaces(limits)
  const rules = new WeakMap<SubjectPlace, WeakMap<Rule, Compiled<CompiledRule>>>()
  const policies = new WeakMap<Policy, Compiled<CompiledPolicy>>()

  return {
    compileRule(rule, plan) {
      const place = placeOf(rule.subject, plan)
      const compiled = madeOnce(rules, place, () => new WeakMap<Rule, Compiled<CompiledRule>>())
      return madeOnce(compiled, rule, () => compileRuleIn(place, rule, limits))
    },
    compilePolicy: (policy) => madeOnce(policies, policy, () => compilePolicyLines(policy, limits)),
    compileWhere(source, plan) {
      const compiled = compileIn(placeOf('PROJECT', plan), source, 'where', 'bool', limits)
      if (!compiled.ok) return compiled
      return { ok: true, value: (project) => truthOf(compiled.value(project)) }
    },
  }
}

function compileRuleIn(place: SubjectPlace, rule: Rule, limits: CelLimits): Compiled<CompiledRule> {
  const when = compileIn(place, rule.when ?? 'true', 'when', 'bool', limits)
  const require = compileIn(place, rule.require, 'require', 'bool', limits)
  const due = compileDue(rule.due, (source) =>
    compileIn(place, source, 'due.cel', 'string', limits),
  )
  if (!when.ok || !require.ok || !due.ok) {
    return {
      ok: false,
      issues: [when, require, due].flatMap((part) => (part.ok ? [] : part.issues)),
    }
  }
  const value: CompiledRule = {
    rule,
    applies: (subject) => truthOf(when.value(subject)) === true,
    holds: (subject) => truthOf(require.value(subject)),
    dueOn: due.value,
  }
  return { ok: true, value }
}

function compileIn(
  place: SubjectPlace,
  source: string,
  path: string,
  wanted: WantedType,
  limits: CelLimits,
): Compiled<Evaluation<SubjectFacts>> {
  const checked = checkSource(source, { ...place, path, wanted, limits })
  if (!checked.ok) return checked
  const value = compileEvaluation(checked.value, place.variables, readSubject, (facts) => ({
    [place.variable]: facts,
    asOf: facts.asOf,
  }))
  return { ok: true, value }
}

function compileDue(
  due: RuleDue | undefined,
  compile: (source: string) => Compiled<Evaluation<SubjectFacts>>,
): Compiled<CompiledRule['dueOn']> {
  if (due === undefined) return { ok: true, value: () => null }
  if ('on' in due) {
    const on = isDate(due.on) ? due.on : null
    return { ok: true, value: () => on }
  }
  const compiled = compile(due.cel)
  if (!compiled.ok) return compiled
  return {
    ok: true,
    value: (subject) => {
      const date = compiled.value(subject)
      if (isFailure(date)) return date
      // A text that is no date is as good as none.
      return typeof date === 'string' && isDate(date) ? date : { missing: due.cel }
    },
  }
}

/** The subject's variable stands for the facts themselves, and so does `asOf` for one of them. */
function readSubject(path: readonly string[]): (facts: SubjectFacts) => unknown {
  const [variable, name, part] = path
  if (variable === 'asOf') return (facts) => facts.asOf
  if (name === undefined) return () => undefined
  if (part === undefined) return (facts) => facts[name]
  return (facts) => {
    const group = facts[name]
    return typeof group === 'object' && group !== null ? Reflect.get(group, part) : undefined
  }
}
