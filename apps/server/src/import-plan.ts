import type { Fact, Instant, Plan } from '@duban/domain'
import type { Refusal } from '@duban/domain/decide'
import type { Storage } from '@duban/storage'
import { write } from './writing/write.ts'

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
  const result = await write(storage, {
    plan: plan.code,
    command: { type: 'IMPORT_PLAN', plan, ...(facts.length > 0 ? { facts } : {}) },
    actor: { name: actor, roles: [], units: [], trusted: true },
    now,
    newId,
  })
  switch (result.outcome) {
    case 'DONE':
      return { outcome: result.saved ? 'IMPORTED' : 'UNCHANGED', revision: result.revision }
    case 'REFUSED':
      return { outcome: 'REFUSED', refusals: result.refusals }
    case 'CONFLICT':
      return {
        outcome: 'REFUSED',
        refusals: [
          {
            code: 'CONFLICT',
            path: 'expectedRevision',
            params: { expected: result.expected ?? 0, current: result.current },
          },
        ],
      }
    case 'KEY_REUSED':
      throw new Error(`an import has no key: ${result.key}`)
  }
}
