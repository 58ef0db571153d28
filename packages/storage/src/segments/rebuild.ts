import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { DERIVATION } from '../commit/derivation.ts'
import { derivedWrites } from '../commit/writes.ts'
import type { Connection } from '../connect/connection.ts'
import { statement } from '../connect/session.ts'
import type { Derive } from '../contract/derived-rows.ts'
import { type LoadPlans, planLoader } from '../load/load-plans.ts'
import { planFactsCache } from '../load/plan-facts-cache.ts'

const given = sql.placeholder

/** The next plan in the order of codes. */
const selectNextPlan = statement(({ db, tables: { plan } }) =>
  db
    .select({ planId: plan.planId })
    .from(plan)
    .where(gt(plan.planId, given('after')))
    .orderBy(asc(plan.planId))
    .limit(1)
    .prepare('select_next_plan'),
)

/** The next of those whose rows an earlier version wrote. */
const selectNextOutdated = statement(({ db, tables: { plan } }) =>
  db
    .select({ planId: plan.planId })
    .from(plan)
    .where(and(gt(plan.planId, given('after')), lt(plan.derivation, DERIVATION)))
    .orderBy(asc(plan.planId))
    .limit(1)
    .prepare('select_next_outdated'),
)

/** Holds the plan still, if it is at this revision, while its rows are written. */
const holdPlan = statement(({ db, tables: { plan } }) =>
  db
    .update(plan)
    .set({ derivation: DERIVATION })
    .where(and(eq(plan.planId, given('planId')), eq(plan.revision, given('revision'))))
    .returning({ revision: plan.revision })
    .prepare('hold_plan'),
)

/** Derives the rows of these plans anew, one plan a transaction; answers how many it did. */
export async function rebuild(
  connection: Connection,
  derive: Derive,
  plans?: readonly string[] | 'OUTDATED',
): Promise<number> {
  // Each plan once: nothing is worth keeping.
  const load = planLoader(connection.session, planFactsCache(0))
  let done = 0
  for await (const planId of codesOf(connection, plans)) {
    if (await rebuildPlan(connection, load, derive, planId)) done += 1
  }
  return done
}

async function* codesOf(
  { session }: Connection,
  plans: readonly string[] | 'OUTDATED' | undefined,
): AsyncGenerator<string> {
  if (Array.isArray(plans)) return yield* plans
  const select = (plans === 'OUTDATED' ? selectNextOutdated : selectNextPlan)(session)
  for (let after = ''; ; ) {
    const [next] = await select.execute({ after })
    if (next === undefined) return
    yield next.planId
    after = next.planId
  }
}

async function rebuildPlan(
  connection: Connection,
  load: LoadPlans,
  derive: Derive,
  planId: string,
): Promise<boolean> {
  for (;;) {
    const [facts] = await load([planId])
    if (facts === undefined || facts === null) return false
    const rows = derive(facts)
    const { revision } = facts
    const kept = await connection.transact({
      guards: [{ statement: holdPlan, values: { planId, revision } }],
      writes: () => derivedWrites(planId, rows, true),
    })
    // Otherwise someone committed meanwhile, and the facts are to be read again.
    if (kept) return true
  }
}
