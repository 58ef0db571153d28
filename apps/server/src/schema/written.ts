import type { Instant } from '@duban/domain'
import { planAt } from '../plan-views.ts'
import { statusChanges } from '../writing/status-changes.ts'
import type { WriteOutcome } from '../writing/write.ts'
import { builder } from './builder.ts'
import { PlanRef, planShape } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { changesArgs, StatusChangeRef, type StatusChangeShape } from './status-change.ts'
import { defaultChoice } from './view-choice.ts'

/** A write that was done, or tried without saving. */
export interface WrittenShape {
  readonly __typename: string
  readonly done: Extract<WriteOutcome, { readonly outcome: 'DONE' }>
  /** The plan as it is: after the write, or as it was where nothing was saved; null where there is none. */
  readonly at: PlanAt | null
  readonly changes: () => readonly StatusChangeShape[]
  /** Code of the document, where one was attached. */
  readonly document?: string
}

/** A write as an object of the graph; what it changes is found out when it is asked for, and once. */
export function writtenShape(
  __typename: string,
  done: WrittenShape['done'],
  now: Instant,
): WrittenShape {
  const { before, after, facts, saved } = done
  const at = planAt(saved ? after : before, defaultChoice, now)
  let changes: readonly StatusChangeShape[] | undefined
  return {
    __typename,
    done,
    at,
    changes: () => {
      changes ??= statusChanges(before, after, facts, now).map((one) => ({ ...one, at }))
      return changes
    },
  }
}

export const WrittenRef = builder.interfaceRef<WrittenShape>('Written').implement({
  description: 'What a write has done, or with `dryRun` would do (办理结果).',
  fields: (t) => ({
    plan: t.field({
      type: PlanRef,
      nullable: true,
      description: 'The plan as it is now (工作计划); null where a dry run would make a new one.',
      resolve: ({ at }) => at && planShape(at),
    }),
    revision: t.int({
      description: 'The revision that the plan is at because of it (版本).',
      resolve: ({ done }) => done.revision,
    }),
    saved: t.boolean({
      description:
        'Whether it is written (已保存): not in a dry run, nor where nothing was to be changed.',
      resolve: ({ done }) => done.saved,
    }),
    repeated: t.boolean({
      description: 'Whether this is the answer to an earlier request with the same key (重复请求).',
      resolve: ({ done }) => done.repeated,
    }),
    factCount: t.int({
      description: 'How many facts it adds (新增事实数).',
      resolve: ({ done }) => done.facts.length,
    }),
    changes: t.field({
      type: [StatusChangeRef],
      args: changesArgs,
      complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, first) }),
      description: 'Which commitments stand otherwise today because of it (状态变化).',
      resolve: (written, { first }) => written.changes().slice(0, Math.max(0, first)),
    }),
    changeCount: t.int({
      description: 'How many commitments stand otherwise (变化总数).',
      resolve: (written) => written.changes().length,
    }),
  }),
})
