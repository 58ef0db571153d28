import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { timelineWrites } from '../commit/writes.ts'
import type { Connection } from '../connect/connection.ts'
import { statement } from '../connect/session.ts'
import type { ComputeTimelines } from '../contract/segment-row.ts'
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

/** Holds the plan still, if it is at this revision, while its segments are written. */
const holdPlan = statement(({ db, tables: { plan } }) =>
  db
    .update(plan)
    .set({ revision: sql`${plan.revision}` })
    .where(and(eq(plan.planId, given('planId')), eq(plan.revision, given('revision'))))
    .returning({ revision: plan.revision })
    .prepare('hold_plan'),
)

/** Computes the segments of these plans (all without) anew, one plan a transaction; answers how many it did. */
export async function rebuild(
  connection: Connection,
  compute: ComputeTimelines,
  plans?: readonly string[],
): Promise<number> {
  // Each plan once: nothing is worth keeping.
  const load = planLoader(connection.session, planFactsCache(0))
  let done = 0
  for await (const planId of plans ?? allPlans(connection)) {
    if (await rebuildPlan(connection, load, compute, planId)) done += 1
  }
  return done
}

async function* allPlans({ session }: Connection): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const [next] = await selectNextPlan(session).execute({ after })
    if (next === undefined) return
    yield next.planId
    after = next.planId
  }
}

async function rebuildPlan(
  connection: Connection,
  load: LoadPlans,
  compute: ComputeTimelines,
  planId: string,
): Promise<boolean> {
  for (;;) {
    const [facts] = await load([planId])
    if (facts === undefined || facts === null) return false
    const timelines = compute(facts)
    const { revision } = facts
    const kept = await connection.transact([
      { statement: holdPlan, values: { planId, revision }, guard: true },
      ...timelineWrites(planId, timelines, true),
    ])
    // Otherwise someone committed meanwhile, and the facts are to be read again.
    if (kept) return true
  }
}
