import { addDays, type Command, todayIn } from '@duban/domain'
import { decide, mayGive } from '@duban/domain/decide'
import { ruleEngine } from '../rule-engine.ts'
import { builder } from './builder.ts'
import { CommitmentRef } from './commitment.ts'
import type { Context } from './context.ts'
import { ExtensionRef } from './extension.ts'
import { IndicatorRef } from './indicator.ts'
import { MilestoneRef } from './milestone.ts'
import { ObservationRef } from './observation.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { ProjectRef } from './project.ts'

// What the viewer may do now is what `decide` would let it do: each field gives the command a try, with a reason and a
// value that nothing speaks against. It looks at all that is known today, whatever the view.

/** A reason that will do. */
const reason = '-'

/** Refusals that do not speak against doing it at all. */
type Passed = 'DUPLICATE' | 'NO_CHANGE'

function may({ viewer, now, newId }: Context, at: PlanAt, command: Command, passed?: Passed) {
  const { actor } = viewer
  if (actor === null || !mayGive(actor, command.type)) return false
  const decision = decide(at.facts, command, { now, actor, newId, engine: ruleEngine })
  return decision.ok || decision.refusals.every(({ code }) => code === passed)
}

function todayOf(at: PlanAt, now: string): string {
  return todayIn(at.plan.timeZone, now) ?? at.asOf
}

/** Units that the viewer may report for, among those that answer for something. */
function unitsOf({ viewer: { actor } }: Context, units: readonly string[]): readonly string[] {
  if (actor === null) return []
  const beyondUnits = actor.roles.some((role) => role === 'EDITOR' || role === 'ADMIN')
  return beyondUnits ? units : units.filter((unit) => actor.units.includes(unit))
}

builder.objectFields(ObservationRef, (t) => {
  const review = (state: 'SUBMITTED' | 'APPROVED' | 'RETURNED', description: string) =>
    t.boolean({
      description,
      resolve: ({ at, of }, _args, context) =>
        may(context, at, {
          type: 'REVIEW_OBSERVATIONS',
          reviews: [{ observation: of.fact.id, state, reason }],
        }),
    })
  return {
    maySubmit: review('SUBMITTED', 'Whether the viewer may send it in now (可上报).'),
    mayApprove: review('APPROVED', 'Whether the viewer may approve it now (可审定).'),
    mayReturn: review('RETURNED', 'Whether the viewer may send it back now (可退回).'),
    mayCorrect: t.boolean({
      description: 'Whether the viewer may correct it now (可更正).',
      resolve: ({ at, of: { fact } }, _args, context) =>
        may(context, at, {
          type: 'CORRECT_OBSERVATION',
          observation: fact.id,
          value: fact.value,
          reason,
        }),
    }),
  }
})

builder.interfaceFields(CommitmentRef, (t) => ({
  mayRequestExtension: t.boolean({
    description: 'Whether the viewer may ask for more time now (可申请延期).',
    resolve: ({ at, of }, _args, context) => {
      // The last year in which a due date may lie.
      const dueOn = addDays(at.plan.period.end, 19 * 366)
      if (dueOn === null) return false
      return may(context, at, { type: 'REQUEST_EXTENSION', commitment: of.id, dueOn, reason })
    },
  }),
  mayWaive: t.boolean({
    description: 'Whether the viewer may excuse it now (可豁免).',
    resolve: ({ at, of }, _args, context) =>
      may(context, at, { type: 'WAIVE_COMMITMENT', commitment: of.id, reason }),
  }),
  mayAssign: t.boolean({
    description: 'Whether the viewer may give units a part in it now (可交办).',
    resolve: ({ at, of }, _args, context) => {
      const unit = at.plan.units[0]?.code
      if (unit === undefined) return false
      const part = { commitment: of.id, unit, role: 'SUPERVISE' } as const
      return may(context, at, { type: 'ASSIGN_UNIT', ...part }, 'NO_CHANGE')
    },
  }),
  mayJudge: t.boolean({
    description: 'Whether the viewer may judge it now (可研判).',
    resolve: ({ at, of }, _args, context) =>
      may(context, at, { type: 'JUDGE', commitment: of.id, light: 'GREY', reason }),
  }),
}))

builder.objectFields(IndicatorRef, (t) => ({
  mayReport: t.boolean({
    description: 'Whether the viewer may report a value of it today (可填报).',
    resolve: ({ at, of }, _args, context) => {
      const effectiveOn = todayOf(at, context.now)
      const units = of.responsible.map(({ unit }) => unit)
      return unitsOf(context, units).some((reporter) =>
        may(
          context,
          at,
          {
            type: 'REPORT_OBSERVATIONS',
            observations: [
              { of: { kind: 'INDICATOR', code: of.code }, value: '0', effectiveOn, reporter },
            ],
          },
          'DUPLICATE',
        ),
      )
    },
  }),
  mayAmend: t.boolean({
    description: 'Whether the viewer may amend its target now (可调整目标).',
    resolve: ({ at, of }, _args, context) =>
      may(
        context,
        at,
        {
          type: 'AMEND_TARGET',
          indicator: of.code,
          field: 'baseline',
          value: '0',
          reason,
        },
        'NO_CHANGE',
      ),
  }),
}))

builder.objectField(MilestoneRef, 'mayRecord', (t) =>
  t.boolean({
    description: 'Whether the viewer may record today that it is met (可记录).',
    resolve: ({ at, of }, _args, context) =>
      may(context, at, {
        type: 'RECORD_MILESTONE',
        of: { milestone: of.code },
        on: todayOf(at, context.now),
      }),
  }),
)

builder.objectField(ProjectRef, 'mayRecordStage', (t) =>
  t.boolean({
    description: 'Whether the viewer may record a stage of it today (可记录阶段).',
    resolve: ({ at, of }, _args, context) =>
      may(
        context,
        at,
        {
          type: 'RECORD_PROJECT_STAGE',
          project: of.code,
          stage: 'SUSPENDED',
          on: todayOf(at, context.now),
        },
        'NO_CHANGE',
      ),
  }),
)

builder.objectField(ExtensionRef, 'mayDecide', (t) =>
  t.boolean({
    description: 'Whether the viewer may grant or refuse it now (可审批).',
    resolve: ({ at, of }, _args, context) =>
      may(context, at, {
        type: 'DECIDE_EXTENSION',
        request: of.request.id,
        approved: false,
        reason,
      }),
  }),
)

builder.objectFields(PlanRef, (t) => {
  const byRole = (command: 'IMPORT_PLAN' | 'CLOSE_PERIOD' | 'REOPEN_PERIOD', description: string) =>
    t.boolean({
      description,
      resolve: (_plan, _args, { viewer: { actor } }) => actor !== null && mayGive(actor, command),
    })
  return {
    mayEdit: byRole(
      'IMPORT_PLAN',
      'Whether the viewer may import, amend, assign, waive and save rules and policies (可编制).',
    ),
    mayClosePeriod: byRole('CLOSE_PERIOD', 'Whether the viewer may close reporting (可关闭报期).'),
    mayReopenPeriod: byRole('REOPEN_PERIOD', 'Whether the viewer may open it again (可重开报期).'),
  }
})
