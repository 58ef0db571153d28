import { type Instant, type IsoDate, isDate } from '../calendar/date.ts'
import type { DefinitionFact, Fact, PlanFacts } from '../fact/fact.ts'
import type { DefinitionKind } from '../plan/definition.ts'
import { definitionsOf } from '../plan/definitions-of.ts'
import { kindsWithLists } from '../plan/references.ts'
import { sameValue } from '../plan/same-value.ts'
import { checkImportedDefinitions } from './check-imported-definitions.ts'
import { checkImportedFacts } from './check-imported-facts.ts'
import { checkPlan } from './check-plan.ts'
import { checkText } from './checks.ts'
import type { ImportPlan } from './command.ts'
import type { Decision, DecisionContext } from './decision.ts'
import { type Known, knownOf } from './known.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Makes the plan what the command says it is; nothing happens when it is that already. */
export function importPlan(
  facts: PlanFacts,
  command: ImportPlan,
  context: DecisionContext,
  recordedAt: Instant,
): Decision {
  const { plan } = command
  const effectiveOn = command.effectiveOn ?? plan.period.start
  const known = knownOf(facts)
  const given = (command.facts ?? []).filter((fact) => !sameValue(known.fact(fact.id), fact))
  const refusals: Refusal[] = [
    ...checkIsSamePlan(facts, plan.code),
    ...(isDate(effectiveOn) ? [] : [refuse('INVALID_DATE', 'effectiveOn', { value: effectiveOn })]),
    ...checkText('note', command.note),
    ...under('plan', checkPlan(plan, context.engine)),
    ...under('facts', checkImportedDefinitions(plan, given, context.engine)),
  ]
  if (given.length > 0 && known.size > 0) {
    refusals.push(refuse('FACTS_NEED_A_NEW_PLAN', 'facts', { count: given.length }))
  }
  if (refusals.length > 0) return { ok: false, refusals }

  const definesItself = given.some(({ type }) => type === 'DEFINITION')
  const before = definesItself ? withFacts(facts, given) : facts
  const changes = changedDefinitions(knownOf(before), command, {
    effectiveOn,
    newId: context.newId,
    // What accompanies a plan was said of it, so the plan was known by then.
    recordedAt: definesItself ? recordedAt : (given[0]?.recordedAt ?? recordedAt),
    recordedBy: context.actor.name,
  })
  const all = definesItself ? [...given, ...changes] : [...changes, ...given]
  const wrong = under('facts', checkImportedFacts(withFacts(facts, all), given, context.now))
  return wrong.length > 0 ? { ok: false, refusals: wrong } : { ok: true, facts: all }
}

interface Stamp {
  readonly effectiveOn: IsoDate
  readonly newId: () => string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

function changedDefinitions(
  known: Known,
  { plan, note }: ImportPlan,
  stamp: Stamp,
): readonly DefinitionFact[] {
  const wanted = definitionsOf(plan)
  const make = (
    kind: DefinitionKind,
    code: string,
    change: DefinitionFact['change'],
  ): DefinitionFact => {
    const standing = known.definedBy(kind, code)?.effectiveOn
    return {
      type: 'DEFINITION',
      id: stamp.newId(),
      // A part changed later on would otherwise stay what it was then, and the import would never be done.
      effectiveOn:
        standing !== undefined && standing > stamp.effectiveOn ? standing : stamp.effectiveOn,
      recordedAt: stamp.recordedAt,
      recordedBy: stamp.recordedBy,
      ...(note === undefined ? {} : { note }),
      change,
    }
  }
  const set = wanted.flatMap((definition) => {
    const { kind, code } = definition
    const change = known.definedBy(kind, code)?.change
    if (change !== undefined && 'set' in change && sameValue(change.set, definition)) return []
    return [make(kind, code, { set: definition })]
  })
  const keys = new Set(wanted.map(({ kind, code }) => `${kind}/${code}`))
  const removed = kindsWithLists().flatMap(([kind]) =>
    known
      .definitions(kind)
      .filter(({ code }) => !keys.has(`${kind}/${code}`))
      .map(({ code }) => make(kind, code, { remove: { kind, code } })),
  )
  return [...set, ...removed]
}

function checkIsSamePlan(facts: PlanFacts, code: string): Refusal[] {
  return facts.code === code
    ? []
    : [refuse('OTHER_PLAN', 'plan.code', { expected: facts.code, actual: code })]
}

function under(path: string, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((it) => ({ ...it, path: it.path === '' ? path : `${path}.${it.path}` }))
}

function withFacts(facts: PlanFacts, more: readonly Fact[]): PlanFacts {
  return { ...facts, facts: [...facts.facts, ...more] }
}
