import type { Instant } from '@duban/domain'
import { followPlan } from '../live/follow-plan.ts'
import { planAt } from '../plan-views.ts'
import { changesOf, type PlanChange } from '../writing/plan-commits.ts'
import { AuditedRef, type AuditedShape } from './audit.ts'
import { builder } from './builder.ts'
import { begin, mapped, watch } from './follow.ts'
import { PlanRef, planShape } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { changesArgs, StatusChangeRef } from './status-change.ts'
import { defaultChoice } from './view-choice.ts'

/** A write of a plan, and the plan as it left it. */
export interface PlanChangedShape extends AuditedShape {
  readonly change: PlanChange
  readonly at: PlanAt | null
}

/** A write as an object of the graph. */
export function planChanged(change: PlanChange, now: Instant): PlanChangedShape {
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

function revisionOf(eventId: string | null): number | null {
  return eventId !== null && /^\d{1,9}$/.test(eventId) ? Number(eventId) : null
}
