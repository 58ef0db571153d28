import type { Command, Fact, Instant, PlanFacts } from '@duban/domain'
import { type Actor, appendFacts, decide, type Refusal } from '@duban/domain/decide'
import type { Idempotency, Storage, UpdateOutcome } from '@duban/storage'
import { ruleEngine } from '../rule-engine.ts'
import { auditOf } from './audit-of.ts'
import { rowsTouched } from './derived-rows.ts'
import { fingerprintOf } from './fingerprint.ts'

/** One write of one plan. */
export interface WriteRequest {
  readonly plan: string
  readonly command: Command
  readonly actor: Actor
  readonly now: Instant
  /** Gives an id that no fact has yet. */
  readonly newId: () => string
  /** The revision that the caller has seen; 0 where there is to be no such plan yet. */
  readonly expectedRevision?: number | undefined
  /** A repeat with the same key gets the first answer. */
  readonly idempotencyKey?: string | undefined
  /** Facts that the command may hold; 5 000 unless given. */
  readonly batchLimit?: number | undefined
  /** Decides and tells, and writes nothing. */
  readonly dryRun?: boolean | undefined
}

/**
 * What a write comes to. DONE: its facts, with the plan before and after; `saved` is false for a dry run and where
 * nothing was to be changed, `repeated` tells that it was done the first time already.
 */
export type WriteOutcome =
  | {
      readonly outcome: 'DONE'
      readonly saved: boolean
      readonly repeated: boolean
      readonly revision: number
      readonly facts: readonly Fact[]
      readonly before: PlanFacts
      readonly after: PlanFacts
    }
  | { readonly outcome: 'REFUSED'; readonly refusals: readonly Refusal[] }
  /** The plan is at another revision than expected; without an expectation others were first again and again. */
  | { readonly outcome: 'CONFLICT'; readonly expected: number | null; readonly current: number }
  | { readonly outcome: 'KEY_REUSED'; readonly key: string; readonly revision: number }

/**
 * Decides a command over the plan as it stands and commits what it leads to, with its timelines and its audit entry, in
 * one transaction; decides again when another writer was first.
 */
export async function write(storage: Storage, request: WriteRequest): Promise<WriteOutcome> {
  const { plan, dryRun = false } = request
  const key = dryRun ? undefined : idempotencyOf(request)
  let decided: Decided | undefined
  const outcome = await storage.update<NotSaved>(
    plan,
    (known) => {
      decided = decideOn(known ?? { code: plan, revision: 0, facts: [] }, request)
      if (!decided.ok) return { refusal: decided }
      const { facts, after } = decided
      if (dryRun || facts.length === 0) return { refusal: decided }
      return {
        commit: {
          facts,
          after,
          audit: auditOf(request, facts),
          derive: rowsTouched,
          ...(key === undefined ? {} : { idempotency: { ...key, answer: answerOf(facts) } }),
        },
      }
    },
    {
      ...(key === undefined ? {} : { idempotency: key }),
      ...(request.expectedRevision === undefined
        ? {}
        : { expectedRevision: request.expectedRevision }),
    },
  )
  if (outcome.outcome === 'REPEATED') return repeatOf(storage, request, outcome)
  return outcomeOf(outcome, request, decided)
}

type Decided =
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
  | {
      readonly ok: true
      readonly facts: readonly Fact[]
      readonly before: PlanFacts
      readonly after: PlanFacts
    }

type NotSaved = Decided

function decideOn(before: PlanFacts, request: WriteRequest): Decided {
  const { command, actor, now, newId, batchLimit } = request
  const context = { now, actor, newId, engine: ruleEngine }
  const decision = decide(
    before,
    command,
    batchLimit === undefined ? context : { ...context, batchLimit },
  )
  if (!decision.ok) return decision
  const { facts } = decision
  return {
    ok: true,
    facts,
    before,
    after: facts.length === 0 ? before : appendFacts(before, facts),
  }
}

function outcomeOf(
  outcome: Exclude<UpdateOutcome<NotSaved>, { readonly outcome: 'REPEATED' }>,
  { expectedRevision, idempotencyKey }: WriteRequest,
  decided: Decided | undefined,
): WriteOutcome {
  switch (outcome.outcome) {
    case 'CONFLICT':
      return {
        outcome: 'CONFLICT',
        expected: expectedRevision ?? null,
        current: outcome.revision,
      }
    case 'KEY_REUSED':
      return { outcome: 'KEY_REUSED', key: idempotencyKey ?? '', revision: outcome.revision }
    case 'REFUSED': {
      const { refusal } = outcome
      if (!refusal.ok) return { outcome: 'REFUSED', refusals: refusal.refusals }
      const { revision } = refusal.before
      return { ...doneOf(refusal), saved: false, revision }
    }
    case 'COMMITTED':
      // What was committed is what was decided last.
      if (decided?.ok !== true) throw new Error('a commit without a decision')
      return { ...doneOf(decided), saved: true, revision: outcome.revision }
  }
}

function doneOf({ facts, before, after }: Extract<Decided, { ok: true }>) {
  return { outcome: 'DONE', repeated: false, facts, before, after } as const
}

function idempotencyOf(
  request: WriteRequest,
): Pick<Idempotency, 'key' | 'fingerprint'> | undefined {
  const { idempotencyKey: key } = request
  return key === undefined ? undefined : { key, fingerprint: fingerprintOf(request) }
}

/** The facts follow each other, so that the first one and their number tell all. */
function answerOf(facts: readonly Fact[]): Idempotency['answer'] {
  return { first: facts[0]?.id ?? null, count: facts.length }
}

/** The first answer, told again from the facts that were added then. */
async function repeatOf(
  storage: Storage,
  { plan }: WriteRequest,
  { revision, answer }: { readonly revision: number; readonly answer: Idempotency['answer'] },
): Promise<WriteOutcome> {
  const now = (await storage.loadPlan(plan)) ?? { code: plan, revision, facts: [] }
  const start = now.facts.findIndex(({ id }) => id === answer.first)
  const end = start + Number(answer.count)
  const facts = start < 0 ? [] : now.facts.slice(start, end)
  return {
    outcome: 'DONE',
    saved: true,
    repeated: true,
    revision,
    facts,
    before: { code: plan, revision: revision - 1, facts: now.facts.slice(0, Math.max(0, start)) },
    after: { code: plan, revision, facts: now.facts.slice(0, Math.max(0, end)) },
  }
}
