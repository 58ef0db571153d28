import { eq, inArray, type SQL } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Condition } from '../contract/page.ts'
import type { CommitmentField } from '../contract/segment-row.ts'
import { conditionSql, fieldsIn } from '../lists/condition.ts'
import { fieldsOf, ofPlan, readPlan } from './fields.ts'
import { conjuncts } from './leads.ts'

type Where = Condition<CommitmentField>

/** Of so many plans the segments are read and sorted; of more, the list is walked in its order until a page is full. */
const FEW_PLANS = 16

/** Which segments a condition on plans leaves: those of a few plans, or undefined where these are many or it asks for none. */
export async function ofPlansAsked(
  session: Session,
  asOf: string,
  where: Where | undefined,
): Promise<SQL | undefined> {
  const { segment, plan } = session.tables
  const asked = conjuncts(where).filter((part) => readPlan(part) && readsPlanAlone(part))
  if (asked.length === 0) return undefined
  const found = await session.db
    .select({ planId: plan.planId })
    .from(plan)
    .where(conditionSql(session, { and: asked }, { ...fieldsOf(session, asOf), plan: plan.planId }))
    .limit(FEW_PLANS + 1)
  const [first, ...others] = found.map(({ planId }) => planId)
  if (found.length > FEW_PLANS) return undefined
  // Of none: a code that no plan has.
  if (first === undefined || others.length === 0) return eq(segment.planId, first ?? '')
  return inArray(segment.planId, [first, ...others])
}

function readsPlanAlone(where: Where): boolean {
  return fieldsIn(where).every((field) => field === 'plan' || ofPlan.has(field))
}
