import type { Fact, Instant, Plan } from '@duban/domain'
import type { Refusal } from '@duban/domain/decide'
import { appendFacts, decide } from '@duban/domain/decide'
import type { Storage, UpdateOutcome } from '@duban/storage'
import { computeTimelines } from './compute-timelines.ts'
import { ruleEngine } from './rule-engine.ts'

/** A plan as its file gives it. */
export interface PlanToImport {
  readonly plan: Plan
  readonly facts: readonly Fact[]
}

/** How an import ends: the revision that the plan has now, or every reason against it. */
export type ImportOutcome =
  | { readonly outcome: 'IMPORTED' | 'UNCHANGED'; readonly revision: number }
  | { readonly outcome: 'REFUSED'; readonly refusals: readonly Refusal[] }

/** Who imports, when, and where ids come from. */
export interface ImportContext {
  readonly now: Instant
  readonly newId: () => string
  readonly actor: string
}

/** Makes the plan in the storage equal to the file's, in one transaction. Nothing is written where it is so already. */
export async function importPlan(
  storage: Storage,
  { plan, facts }: PlanToImport,
  { now, newId, actor }: ImportContext,
): Promise<ImportOutcome> {
  const outcome = await storage.update<NotSaved>(plan.code, (known) => {
    const before = known ?? { code: plan.code, revision: 0, facts: [] }
    const decision = decide(
      before,
      { type: 'IMPORT_PLAN', plan, ...(facts.length > 0 ? { facts } : {}) },
      {
        now,
        newId,
        actor: { name: actor, roles: [], units: [], trusted: true },
        engine: ruleEngine,
      },
    )
    if (!decision.ok) return { refusal: { refusals: decision.refusals } }
    if (decision.facts.length === 0) return { refusal: { unchangedAt: before.revision } }
    const summary = { plan: plan.code, facts: decision.facts.length }
    const audit = { at: now, actor, command: 'importPlan', reason: null, summary }
    const timelines = computeTimelines(appendFacts(before, decision.facts))
    return { commit: { facts: decision.facts, audit, timelines, replaceTimelines: true } }
  })
  return outcomeOf(outcome)
}

type NotSaved = { readonly refusals: readonly Refusal[] } | { readonly unchangedAt: number }

function outcomeOf(outcome: UpdateOutcome<NotSaved>): ImportOutcome {
  if (outcome.outcome !== 'REFUSED') return { outcome: 'IMPORTED', revision: outcome.revision }
  const { refusal } = outcome
  return 'refusals' in refusal
    ? { outcome: 'REFUSED', refusals: refusal.refusals }
    : { outcome: 'UNCHANGED', revision: refusal.unchangedAt }
}
