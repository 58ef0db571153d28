import type { CommitmentId } from '../commitment/commitment.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import { factsNamed } from '../fact/fact-list.ts'
import type { RuleEngine } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import { ledgerOf } from '../view/ledger-of.ts'
import { type Reach, reachOf } from './reach.ts'

/** Commitments whose timelines some facts may change; ALL where the plan itself is defined anew. */
export type Touched = 'ALL' | ReadonlySet<CommitmentId>

/**
 * Which timelines facts may change that have just been added to a plan; `facts` holds them already. Every other timeline
 * is what it was. It may name commitments that are in no view.
 */
export function touchedBy(facts: PlanFacts, added: readonly Fact[], engine?: RuleEngine): Touched {
  if (added.some(({ type }) => type === 'DEFINITION')) return 'ALL'
  const ledger = ledgerOf(facts, { engine })
  const reach = reachOf(ledger)
  const touched = new Set<CommitmentId>()
  const observed = { INDICATOR: new Set<string>(), PROJECT: new Set<string>() }
  for (const fact of [...added, ...factsMeant(facts, added)]) {
    if (fact.type === 'OBSERVATION') {
      // Of the thousands of values of a report each subject counts once.
      const { kind, code } = fact.of
      if (observed[kind].has(code)) continue
      observed[kind].add(code)
    }
    for (const id of touchedByFact(ledger, reach, fact)) touched.add(id)
  }
  return reach.peersMatter && touched.size > 0 ? 'ALL' : touched
}

/** The facts that these take the place of or review. */
export function factsMeant(facts: PlanFacts, added: readonly Fact[]): readonly Fact[] {
  const ids = new Set<string>()
  for (const fact of added) {
    if (fact.supersedes !== undefined) ids.add(fact.supersedes)
    if (fact.type === 'REVIEW') ids.add(fact.observation)
  }
  return factsNamed(facts, ids)
}

function* touchedByFact(ledger: Ledger, reach: Reach, fact: Fact): Generator<CommitmentId> {
  switch (fact.type) {
    case 'OBSERVATION':
      return yield* fact.of.kind === 'INDICATOR'
        ? ofIndicator(reach, fact.of.code)
        : ofInvestment(reach, fact.of.code)
    case 'MILESTONE_RECORD':
      return yield* ofSubject(ledger, reach, fact.subject)
    case 'STAGE_CHANGE':
      return yield* ofProject(ledger, reach, fact.project)
    case 'AMENDMENT':
      return yield* ofIndicator(reach, fact.indicator)
    case 'EXTENSION_DECISION': {
      const request = ledger.index.requestById.get(fact.request)
      if (request !== undefined) yield* ofCommitment(reach, request.fact.commitment)
      return
    }
    case 'EXTENSION_REQUEST':
    case 'WAIVER':
    case 'ASSIGNMENT':
      return yield* ofCommitment(reach, fact.commitment)
    // A review touches what its observation does, which is among the facts meant.
    case 'REVIEW':
    case 'DEFINITION':
    case 'JUDGEMENT':
    case 'PERIOD_LOCK':
      return
  }
}

const INDICATOR = 'indicator/'

function* ofCommitment(reach: Reach, id: CommitmentId): Generator<CommitmentId> {
  if (id.startsWith(INDICATOR)) yield* ofIndicator(reach, id.slice(INDICATOR.length))
  else yield id
}

function* ofIndicator(reach: Reach, code: string): Generator<CommitmentId> {
  for (const each of [code, ...(reach.readersOf.get(code) ?? [])]) {
    yield INDICATOR + each
    yield* obligationsOf(reach, { kind: 'INDICATOR', code: each })
  }
}

function* ofSubject(ledger: Ledger, reach: Reach, subject: SubjectRef): Generator<CommitmentId> {
  if (subject.kind === 'PROJECT') return yield* ofProject(ledger, reach, subject.code)
  if (subject.kind === 'MILESTONE') yield `milestone/${subject.code}`
  yield* reach.milestonesOf.get(`${subject.kind}/${subject.code}`) ?? []
  yield* obligationsOf(reach, subject)
}

/** What has been invested in a project is no event of it, and no group counts it. */
function* ofInvestment(reach: Reach, code: string): Generator<CommitmentId> {
  for (const derived of reach.derivedFromInvestment) yield* ofIndicator(reach, derived)
  for (const rule of reach.rulesOnInvestment) yield `obligation/${rule}/${code}`
}

function* ofProject(ledger: Ledger, reach: Reach, code: string): Generator<CommitmentId> {
  for (const derived of reach.derived) yield* ofIndicator(reach, derived)
  yield* reach.milestonesOf.get(`PROJECT/${code}`) ?? []
  yield* obligationsOf(reach, { kind: 'PROJECT', code })
  yield* obligationsOf(reach, { kind: 'PLAN', code: ledger.index.source.code })
  // Groups count their projects.
  for (const kind of ['TASK', 'PLATE'] as const) {
    for (const group of ledger.index.codes.get(kind) ?? []) {
      yield* obligationsOf(reach, { kind, code: group })
    }
  }
}

function* obligationsOf(reach: Reach, { kind, code }: SubjectRef): Generator<CommitmentId> {
  for (const rule of reach.rulesOn.get(kind) ?? []) yield `obligation/${rule}/${code}`
}
