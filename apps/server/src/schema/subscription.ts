import type { Instant } from '@duban/domain'
import type { Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { readCommitmentCursor } from '../live/commitment-cursor.ts'
import { type Followed, followCommitments } from '../live/follow-commitments.ts'
import { followPlan } from '../live/follow-plan.ts'
import { interruptible } from '../live/interruptible.ts'
import type { Watcher } from '../live/watchers.ts'
import { planAt } from '../plan-views.ts'
import { limitVariables } from '../settings/read-settings.ts'
import { type CommitmentChange, commitmentChanges } from '../writing/commitment-changes.ts'
import { changesOf, type PlanChange } from '../writing/plan-commits.ts'
import { AuditedRef, type AuditedShape } from './audit.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import {
  CommitmentFilter,
  type CommitmentFilterField,
  commitmentFields,
} from './commitment-filter.ts'
import { commitmentsThatFit } from './commitment-list.ts'
import type { Context } from './context.ts'
import { PlanRef, planShape } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { changesArgs, StandingRef, StatusChangeRef } from './status-change.ts'
import { defaultChoice } from './view-choice.ts'

builder.subscriptionType({
  description:
    'What can be followed as it happens (订阅), over SSE. Every event has an id; a reader that was away sends the last one (Last-Event-ID) and misses nothing.',
  authScopes: { read: true },
})

interface PlanChangedShape extends AuditedShape {
  readonly change: PlanChange
  readonly at: PlanAt | null
}

function planChanged(change: PlanChange, now: Instant): PlanChangedShape {
  return { change, at: planAt(change.after, defaultChoice, now), told: toldBy(change) }
}

function toldBy({ commit }: PlanChange): AuditedShape['told'] {
  const { at, actor, command: what, reason } = commit
  return { at, actor, what, reason }
}

const PlanChangedRef = builder.objectRef<PlanChangedShape>('PlanChanged').implement({
  description: 'One write of a plan, as it happens (计划变化).',
  interfaces: [AuditedRef],
  fields: (t) => ({
    plan: t.field({
      type: PlanRef,
      nullable: true,
      description: 'The plan as the write left it (工作计划).',
      resolve: ({ at }) => at && planShape(at),
    }),
    revision: t.int({
      description: 'The revision it made (版本).',
      resolve: ({ change }) => change.commit.revision,
    }),
    factCount: t.int({
      description: 'How many facts it added (新增事实数).',
      resolve: ({ change }) => change.added.length,
    }),
    changes: t.field({
      type: [StatusChangeRef],
      args: changesArgs,
      complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, first) }),
      description: 'Which commitments stand otherwise because of it (状态变化).',
      resolve: ({ change, at }, { first }) =>
        changesOf(change)
          .slice(0, Math.max(0, first))
          .map((one) => ({ ...one, at })),
    }),
    changeCount: t.int({
      description: 'How many commitments stand otherwise (变化总数).',
      resolve: ({ change }) => changesOf(change).length,
    }),
  }),
})

builder.subscriptionField('planChanged', (t) =>
  t.field({
    type: PlanChangedRef,
    args: {
      code: t.arg.string({ required: true, description: 'Code of the plan (计划代码).' }),
      since: t.arg.int({
        description:
          'Begin after this revision (起始版本); without it, with what comes from now on. A Last-Event-ID goes before it.',
      }),
    },
    description: 'Every write of a plan, each once and in order (计划变化).',
    subscribe: async (_root, { code, since }, context) => {
      const { feed, stream } = context
      const start = revisionOf(stream.lastEventId) ?? since ?? null
      const watcher = await watch(context, new Set([code]))
      return mapped(followPlan(feed, watcher, code, start), watcher, (change) => {
        begin(context, String(change.commit.revision))
        return change
      })
    },
    resolve: (change, _args, { now }) => planChanged(change, now),
  }),
)

interface CommitmentChangedShape extends AuditedShape {
  readonly change: PlanChange
  readonly part: CommitmentChange
  readonly cursor: string
  readonly at: PlanAt | null
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

async function watch(context: Context, plans: ReadonlySet<string> | null): Promise<Watcher> {
  const { feed, limits, stream } = context
  const watcher = await feed.watch(plans)
  if (watcher !== null) {
    stream.onEnd(watcher.stop)
    return watcher
  }
  const params = { limit: limits.subscriptions, setting: limitVariables.subscriptions }
  throw refuse('SUBSCRIPTION_LIMIT', params, { status: 503 })
}

function begin({ stream, clock }: Context, eventId: string): void {
  stream.begin(eventId, clock().toISOString())
}

/** The events, each with something done as it comes up. */
function mapped<From, To>(
  events: AsyncIterableIterator<From>,
  watcher: Watcher,
  onEvent: (event: From) => To,
): AsyncIterableIterator<To> {
  async function* all() {
    for await (const event of events) yield onEvent(event)
  }
  return interruptible(all(), watcher.stop)
}

function revisionOf(eventId: string | null): number | null {
  return eventId !== null && /^\d{1,9}$/.test(eventId) ? Number(eventId) : null
}

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
