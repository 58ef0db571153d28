import type { Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { readCommitmentCursor } from '../live/commitment-cursor.ts'
import { type Followed, followCommitments } from '../live/follow-commitments.ts'
import { type CommitmentChange, commitmentChanges } from '../writing/commitment-changes.ts'
import { AuditedRef } from './audit.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import {
  CommitmentFilter,
  type CommitmentFilterField,
  commitmentFields,
} from './commitment-filter.ts'
import { commitmentsThatFit } from './commitment-list.ts'
import { begin, mapped, watch } from './follow.ts'
import { PlanRef, planShape } from './plan.ts'
import { type PlanChangedShape, planChanged } from './plan-changed.ts'
import { StandingRef } from './status-change.ts'

interface CommitmentChangedShape extends PlanChangedShape {
  readonly part: CommitmentChange
  readonly cursor: string
}

const CommitmentChangedRef = builder
  .objectRef<CommitmentChangedShape>('CommitmentChanged')
  .implement({
    description: 'A commitment that is not as it was, as it happens (承诺事项变化).',
    interfaces: [AuditedRef],
    fields: (t) => ({
      plan: t.field({
        type: PlanRef,
        nullable: true,
        description: 'The plan as the write left it (工作计划).',
        resolve: ({ at }) => at && planShape(at),
      }),
      revision: t.int({
        description: 'The revision that the write made (版本).',
        resolve: ({ change }) => change.commit.revision,
      }),
      code: t.string({
        description: 'Its code with its kind before it (代码): `indicator/investment`.',
        resolve: ({ part }) => part.commitment,
      }),
      commitment: t.field({
        type: CommitmentRef,
        nullable: true,
        description:
          'The commitment as it is now (承诺事项); null where it is in the plan no more.',
        resolve: ({ at, part }) => {
          const found = at?.view.commitment(part.commitment)
          return at && found ? commitmentShape(at, found) : null
        },
      }),
      before: t.field({
        type: StandingRef,
        nullable: true,
        description: 'How it stood (变化前); null where it was not there.',
        resolve: ({ part }) => part.before,
      }),
      after: t.field({
        type: StandingRef,
        nullable: true,
        description: 'How it stands (变化后); null where it is there no more.',
        resolve: ({ part }) => part.after,
      }),
      cursor: t.exposeString('cursor', {
        description: 'The place after this event (游标), for `after`.',
      }),
    }),
  })

builder.subscriptionField('commitmentChanged', (t) =>
  t.field({
    type: CommitmentChangedRef,
    args: {
      filter: t.arg({
        type: CommitmentFilter,
        description: 'Which ones (筛选), as they were or as they are; all unless given.',
      }),
      after: t.arg.string({
        description:
          'Begin after the event with this cursor (起始游标); without it, with what comes from now on. A Last-Event-ID goes before it.',
      }),
    },
    description:
      'Every commitment that is not as it was, each change once, in the order of its plan’s writes (承诺事项变化). Nothing is missed while away from at most 100 plans: name them in the filter where there are more.',
    subscribe: async (_root, { filter, after }, context) => {
      const { feed, stream } = context
      const cursor = stream.lastEventId ?? after ?? null
      const since = cursor === null ? null : readCommitmentCursor(cursor)
      if (cursor !== null && since === null) {
        throw refuse('INVALID_CURSOR', { argument: 'after', value: cursor.slice(0, 64) })
      }
      const condition = conditionOf(filter, commitmentFields)
      const plans = plansIn(condition)
      const watcher = await watch(context, plans)
      const followed = followCommitments<CommitmentChange>(feed, watcher, {
        plans,
        since,
        partsOf: (change) => commitmentChanges(change).filter((part) => fits(part, condition)),
      })
      return mapped(followed, watcher, (one) => {
        begin(context, one.cursor)
        return one
      })
    },
    resolve: ({ change, part, cursor }: Followed<CommitmentChange>, _args, { now }) => ({
      ...planChanged(change, now),
      part,
      cursor,
    }),
  }),
)

function fits(
  { commitment, was, is }: CommitmentChange,
  condition: Condition<CommitmentFilterField> | undefined,
): boolean {
  return [was, is].some((at) => {
    const found = at?.view.commitment(commitment)
    return at && found ? commitmentsThatFit(at, [found], condition).length > 0 : false
  })
}

/** The plans that a condition lets through, where it names them; null for all. */
function plansIn(
  condition: Condition<CommitmentFilterField> | undefined,
): ReadonlySet<string> | null {
  if (condition === undefined) return null
  if ('and' in condition) {
    return condition.and.map(plansIn).find((plans) => plans !== null) ?? null
  }
  if (!('field' in condition) || condition.field !== 'plan') return null
  if ('eq' in condition) return new Set([String(condition.eq)])
  return 'in' in condition ? new Set(condition.in.map(String)) : null
}
