import type { Standing, StatusChange } from '../writing/status-changes.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { LightEnum, StatusEnum } from './commitment-enums.ts'
import type { PlanAt } from './plan-at.ts'

export const StandingRef = builder.objectRef<Standing>('CommitmentStanding').implement({
  description: 'How a commitment stands on a day (办理情况).',
  fields: (t) => ({
    status: t.expose('status', { type: StatusEnum, description: 'Its state (状态).' }),
    light: t.expose('light', { type: LightEnum, description: 'Its light (灯).' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'When it is due (完成期限).',
    }),
  }),
})

/** A change with the plan in which its commitment is shown; null where it is in none. */
export interface StatusChangeShape extends StatusChange {
  readonly at: PlanAt | null
}

export const StatusChangeRef = builder.objectRef<StatusChangeShape>('StatusChange').implement({
  description: 'How a write changes what a commitment is today (状态变化).',
  fields: (t) => ({
    code: t.exposeString('commitment', {
      description: 'Its code with its kind before it (代码): `indicator/investment`.',
    }),
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description: 'The commitment as it is now (承诺事项); null where it is in the plan no more.',
      resolve: ({ at, commitment }) => {
        const found = at?.view.commitment(commitment)
        return at && found ? commitmentShape(at, found) : null
      },
    }),
    before: t.expose('before', {
      type: StandingRef,
      nullable: true,
      description: 'How it stood (变化前); null where it was not there.',
    }),
    after: t.expose('after', {
      type: StandingRef,
      nullable: true,
      description: 'How it stands (变化后); null where it is there no more.',
    }),
  }),
})

/** The argument of a list of changes. */
export const changesArgs = builder.args((t) => ({
  first: t.int({
    required: true,
    defaultValue: 100,
    description: 'So many at most, in the plan’s order (前几项).',
  }),
}))
