import type { DefinitionFact } from '../fact/fact.ts'
import type { Definition } from '../plan/definition.ts'
import type { Plan } from '../plan/plan.ts'
import { sameValue } from '../plan/same-value.ts'
import { checkCompiled } from './check-cel.ts'
import { checkPlan } from './check-plan.ts'
import { checkForceDate, checkText } from './checks.ts'
import type { SavePolicy, SaveRule } from './command.ts'
import type { Decision } from './decision.ts'
import { knownPlan } from './known-plan.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

/** Stores a rule that compiles against the plan's subjects; one that is equal already leads to nothing. */
export function saveRule(situation: Situation, command: SaveRule): Decision {
  const { rule } = command
  const { engine } = situation.context
  const plan = knownPlan(situation)
  const at = plan.rules.findIndex(({ code }) => code === rule.code)
  const rules = at < 0 ? [...plan.rules, rule] : plan.rules.with(at, rule)
  const place = at < 0 ? plan.rules.length : at
  const refusals: Refusal[] = [
    ...checkPart({ ...plan, rules }, `rules.${place}`, 'rule'),
    ...(engine === undefined
      ? [refuse('NO_RULE_ENGINE', '', {})]
      : checkCompiled('rule', engine.compileRule(rule, plan))),
  ]
  const order = orderOf(situation, 'RULE', rule.code, plan.rules.length)
  return define(situation, command, refusals, { kind: 'RULE', code: rule.code, order, value: rule })
}

/** Stores a policy that compiles; another content needs another version, so that an assessment can name it. */
export function savePolicy(situation: Situation, command: SavePolicy): Decision {
  const { policy } = command
  const { engine } = situation.context
  const refusals: Refusal[] =
    engine === undefined
      ? [refuse('NO_RULE_ENGINE', '', {})]
      : checkCompiled('policy', engine.compilePolicy(policy))
  for (const fact of situation.known.ofType('DEFINITION')) {
    if (!('set' in fact.change) || fact.change.set.kind !== 'POLICY') continue
    const earlier = fact.change.set.value
    if (earlier.code !== policy.code || earlier.version !== policy.version) continue
    if (sameValue(earlier, policy)) continue
    const { code, version } = policy
    refusals.push(refuse('POLICY_VERSION_EXISTS', 'policy.version', { code, version }))
    break
  }
  const count = situation.known.definitions('POLICY').length
  const order = orderOf(situation, 'POLICY', policy.code, count)
  const value: Definition = { kind: 'POLICY', code: policy.code, order, value: policy }
  return define(situation, command, refusals, value)
}

function define(
  situation: Situation,
  command: SaveRule | SavePolicy,
  refusals: readonly Refusal[],
  set: Definition,
): Decision {
  const effectiveOn = command.effectiveOn ?? situation.today
  const all = [
    ...refusals,
    ...checkForceDate(situation, 'effectiveOn', effectiveOn),
    ...checkText('note', command.note),
  ]
  if (all.length > 0) return { ok: false, refusals: all }
  const standing = situation.known.definedBy(set.kind, set.code)?.change
  if (standing !== undefined && 'set' in standing && sameValue(standing.set, set)) {
    return { ok: true, facts: [] }
  }
  const fact: DefinitionFact = {
    type: 'DEFINITION',
    ...baseOf(situation, effectiveOn, command.note),
    change: { set },
  }
  return { ok: true, facts: [fact] }
}

function checkPart(plan: Plan, path: string, as: string): Refusal[] {
  return checkPlan(plan, undefined).flatMap((it) =>
    it.path === path || it.path.startsWith(`${path}.`)
      ? [{ ...it, path: `${as}${it.path.slice(path.length)}` }]
      : [],
  )
}

function orderOf(
  { known }: Situation,
  kind: 'RULE' | 'POLICY',
  code: string,
  atEnd: number,
): number {
  const change = known.definedBy(kind, code)?.change
  return change !== undefined && 'set' in change ? change.set.order : atEnd
}
