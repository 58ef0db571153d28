import type { Fact, PlanFacts } from '@duban/domain'

/** What a fact says, or said before it: the fields that it sets. */
export type Told = Readonly<Record<string, unknown>>

/** A fact as an audit shows it. */
export interface AuditedFact {
  readonly fact: Fact
  /** What was the case before, in the same fields; null where it is the first of its kind. */
  readonly before: Told | null
  readonly after: Told
  readonly reason: string | null
}

/** Facts of a plan with what each changed; of a part defined anew, only the fields that differ. */
export function auditedFacts(plan: PlanFacts, facts: readonly Fact[]): readonly AuditedFact[] {
  const ahead = aheadOf(plan)
  return facts.map((fact) => {
    const before = ahead.get(fact.id)
    const after = toldBy(fact)
    return { fact, reason: reasonOf(fact), ...changed(before ?? null, after) }
  })
}

const kept = new WeakMap<PlanFacts, ReadonlyMap<string, Told>>()

/** What each fact found, by its id; a fact that found nothing is not there. Made once for a plan's facts. */
function aheadOf(plan: PlanFacts): ReadonlyMap<string, Told> {
  const known = kept.get(plan)
  if (known !== undefined) return known
  const ahead = new Map<string, Told>()
  const standing = new Map<string, Told>()
  const byId = new Map<string, Fact>()
  for (const fact of plan.facts) {
    byId.set(fact.id, fact)
    const slot = slotOf(fact, byId)
    const superseded = fact.supersedes === undefined ? undefined : byId.get(fact.supersedes)
    const before = superseded === undefined ? standing.get(slot) : toldBy(superseded)
    if (before !== undefined) ahead.set(fact.id, before)
    for (const [place, told] of setsOf(fact, slot)) standing.set(place, told)
  }
  kept.set(plan, ahead)
  return ahead
}

/** What facts are about that take each other's place. */
function slotOf(fact: Fact, byId: ReadonlyMap<string, Fact>): string {
  switch (fact.type) {
    case 'DEFINITION': {
      const { kind, code } = partOf(fact.change)
      return `${kind}/${code}`
    }
    case 'OBSERVATION':
      // Each says a value of its own, unless it supersedes one.
      return fact.id
    case 'REVIEW':
      return `review ${fact.observation}`
    case 'MILESTONE_RECORD':
      return `${fact.event} ${fact.subject.kind}/${fact.subject.code}`
    case 'STAGE_CHANGE':
      return `stage ${fact.project}`
    case 'AMENDMENT':
      return `${fact.field} ${fact.indicator}`
    case 'EXTENSION_REQUEST':
      return `due ${fact.commitment}`
    case 'EXTENSION_DECISION': {
      const request = byId.get(fact.request)
      return `decision ${request?.type === 'EXTENSION_REQUEST' ? request.commitment : fact.id}`
    }
    case 'ASSIGNMENT':
      return `part ${fact.commitment} ${fact.unit} ${fact.role}`
    case 'WAIVER':
      return `waiver ${fact.commitment}`
    case 'JUDGEMENT':
      return `judgement ${fact.commitment}`
    case 'PERIOD_LOCK':
      return 'lock'
  }
}

/** What stands after a fact, under its own slot and under those that others look at. */
function* setsOf(fact: Fact, slot: string): Generator<readonly [string, Told]> {
  yield [slot, toldBy(fact)]
  if (fact.type === 'OBSERVATION') yield [`review ${fact.id}`, { state: fact.state }]
  if (fact.type !== 'DEFINITION' || !('set' in fact.change)) return
  const { set } = fact.change
  if (set.kind === 'PROJECT') yield [`stage ${set.code}`, { stage: set.value.stage }]
  if (set.kind === 'INDICATOR' || set.kind === 'MILESTONE') {
    yield [`due ${set.kind.toLowerCase()}/${set.code}`, { dueOn: set.value.dueOn ?? null }]
  }
  if (set.kind === 'INDICATOR') {
    for (const field of ['target', 'targetUpper', 'baseline'] as const) {
      yield [`${field} ${set.code}`, { [field]: set.value[field] ?? null }]
    }
  }
}

/** What a fact says. */
function toldBy(fact: Fact): Told {
  switch (fact.type) {
    case 'DEFINITION':
      return 'set' in fact.change ? { ...fact.change.set.value } : { removed: true }
    case 'OBSERVATION':
      return { value: fact.value, effectiveOn: fact.effectiveOn }
    case 'REVIEW':
      return { state: fact.state }
    case 'MILESTONE_RECORD':
      return { happened: fact.happened, on: fact.effectiveOn }
    case 'STAGE_CHANGE':
      return { stage: fact.stage, on: fact.effectiveOn }
    case 'AMENDMENT':
      return { [fact.field]: fact.value }
    case 'EXTENSION_REQUEST':
      return { dueOn: fact.dueOn }
    case 'EXTENSION_DECISION':
      return { approved: fact.approved }
    case 'ASSIGNMENT':
      return { unit: fact.unit, role: fact.role, assigned: fact.assigned }
    case 'WAIVER':
      return { waived: fact.approved }
    case 'JUDGEMENT':
      return { light: fact.light }
    case 'PERIOD_LOCK':
      return { through: fact.through, open: fact.open }
  }
}

function reasonOf(fact: Fact): string | null {
  return ('reason' in fact ? fact.reason : undefined) ?? fact.note ?? null
}

function partOf(change: Extract<Fact, { readonly type: 'DEFINITION' }>['change']) {
  return 'set' in change ? change.set : change.remove
}

function changed(before: Told | null, after: Told): Pick<AuditedFact, 'before' | 'after'> {
  if (before === null) return { before, after }
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const differing = [...names].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const only = (told: Told): Told =>
    Object.fromEntries(differing.flatMap((name) => (name in told ? [[name, told[name]]] : [])))
  return { before: only(before), after: only(after) }
}
