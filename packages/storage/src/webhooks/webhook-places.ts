import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { type Session, type Statement, statement } from '../connect/session.ts'
import type { WebhookDue, WebhookPlaces } from '../contract/webhook.ts'
import { guarded, reading } from '../guarded.ts'

const given = sql.placeholder

/** A plan code that no plan has: its row tells that the endpoint has begun. */
const begun = ''

const selectBegun = statement(({ db, tables: { webhook } }) =>
  db
    .select({ endpoint: webhook.endpoint })
    .from(webhook)
    .where(and(eq(webhook.planId, begun), eq(webhook.endpoint, given('endpoint'))))
    .prepare('select_webhook_begun'),
)

const markBegun: Statement<unknown> = statement(({ db, tables: { webhook } }) =>
  db
    .insert(webhook)
    .values({
      planId: begun,
      endpoint: sql`${given('endpoint')}`,
      revision: 0,
      attempts: 0,
      nextAt: sql`${sql.param(given('now'), webhook.nextAt)}`,
    })
    .onConflictDoNothing()
    .prepare('mark_webhook_begun'),
)

const takeAsTold: Statement<unknown> = statement(({ db, tables: { plan, webhook } }) =>
  db
    .insert(webhook)
    .select(
      sql`select ${plan.planId}, ${given('endpoint')}, ${plan.revision}, 0, ${sql.param(given('now'), webhook.nextAt)}, null, null from ${plan} where true`,
    )
    .onConflictDoNothing()
    .prepare('take_as_told'),
)

const selectDue = statement(({ db, tables: { plan, webhook } }) =>
  db
    .select({
      plan: plan.planId,
      delivered: sql<number>`coalesce(${webhook.revision}, 0)`.mapWith(Number),
      attempts: sql<number>`coalesce(${webhook.attempts}, 0)`.mapWith(Number),
    })
    .from(plan)
    .leftJoin(
      webhook,
      and(eq(webhook.planId, plan.planId), eq(webhook.endpoint, given('endpoint'))),
    )
    .where(
      and(
        gt(plan.revision, sql`coalesce(${webhook.revision}, 0)`),
        or(isNull(webhook.nextAt), lte(webhook.nextAt, given('now'))),
        or(isNull(webhook.heldUntil), lte(webhook.heldUntil, given('now'))),
      ),
    )
    .orderBy(asc(sql`coalesce(${webhook.nextAt}, ${plan.updatedAt})`), asc(plan.planId))
    .limit(given('limit'))
    .prepare('select_webhooks_due'),
)

const holdPlace = statement(({ db, tables: { webhook } }) =>
  db
    .insert(webhook)
    .values({
      planId: sql`${given('plan')}`,
      endpoint: sql`${given('endpoint')}`,
      revision: 0,
      attempts: 0,
      nextAt: sql`${sql.param(given('now'), webhook.nextAt)}`,
      heldUntil: sql`${sql.param(given('until'), webhook.heldUntil)}`,
    })
    .onConflictDoUpdate({
      target: [webhook.planId, webhook.endpoint],
      set: { heldUntil: sql`${sql.param(given('until'), webhook.heldUntil)}` },
      setWhere: sql`${isNull(webhook.heldUntil)} or ${lte(webhook.heldUntil, given('now'))}`,
    })
    .returning({ plan: webhook.planId })
    .prepare('hold_webhook'),
)

const settlePlace: Statement<unknown> = statement(({ db, tables: { webhook } }) =>
  db
    .update(webhook)
    .set({
      revision: sql`${given('delivered')}`,
      attempts: sql`${given('attempts')}`,
      nextAt: sql`${sql.param(given('nextAt'), webhook.nextAt)}`,
      heldUntil: null,
      error: sql`${given('error')}`,
    })
    .where(and(eq(webhook.planId, given('plan')), eq(webhook.endpoint, given('endpoint'))))
    .prepare('settle_webhook'),
)

/** The places of webhooks in a database. */
export function webhookPlaces(session: Session): WebhookPlaces {
  return {
    begin: (endpoint, now) =>
      guarded(async () => {
        const [known] = await selectBegun(session).execute({ endpoint })
        if (known !== undefined) return
        // In this order: a crash in between takes a little more as told, and does not tell years of history.
        await takeAsTold(session).execute({ endpoint, now })
        await markBegun(session).execute({ endpoint, now })
      }),
    due: (endpoint, now, limit) =>
      reading(
        async (): Promise<readonly WebhookDue[]> =>
          await selectDue(session).execute({ endpoint, now, limit }),
      ),
    hold: (plan, endpoint, now, until) =>
      guarded(async () => {
        const held = await holdPlace(session).execute({ plan, endpoint, now, until })
        return held.length > 0
      }),
    settle: (plan, endpoint, settled) =>
      guarded(async () => {
        await settlePlace(session).execute({ plan, endpoint, ...settled })
      }),
  }
}
