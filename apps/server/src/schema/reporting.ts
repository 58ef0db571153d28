import { openEscalationSteps, type Reminder, type ReportDue, textIn } from '@duban/domain'
import { remindersOf, reportsDue } from '@duban/domain/reports'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import type { PageArgs } from '../paging/page-request.ts'
import { textOfReminder } from '../reminders/reminder-text.ts'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { connectionType, pageCost } from './connection.ts'
import { IndicatorRef, indicatorOf } from './indicator.ts'
import { loadPlanAt } from './load-plan.ts'
import { ObligationRef } from './obligation.ts'
import { ObservationRef, observationWith } from './observation.ts'
import { PeriodRef, PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { EscalationStepRef } from './rule.ts'
import { langArgs } from './text.ts'
import { UnitRef, unitOf } from './unit.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

const ReportIntervalEnum = builder.enumType('ReportInterval', {
  description: 'How often reports are to be in (报送周期).',
  values: {
    WEEK: { description: 'For each week (每周).' },
    MONTH: { description: 'For each month (每月).' },
    QUARTER: { description: 'For each quarter (每季).' },
  } as const,
})

/** A reporting calendar (报送要求): "monthly by the 5th" unless it says otherwise. */
const calendarArgs = builder.args((t) => ({
  every: t.field({
    type: ReportIntervalEnum,
    required: true,
    defaultValue: 'MONTH',
    description: 'How often reports are to be in (报送周期).',
  }),
  withinDays: t.int({
    required: true,
    defaultValue: 5,
    description: 'Days after the end of a span by which they are (报送时限): 5 is "by the 5th".',
  }),
}))

const ReminderKindEnum = builder.enumType('ReminderKind', {
  description: 'What a unit is told of (提醒类型).',
  values: {
    DUE_SOON: { description: 'A due date is near (即将到期).' },
    OVERDUE: { description: 'A due date has passed (逾期).' },
    RETURNED: { description: 'A report was sent back (退回).' },
    NOT_REPORTED: { description: 'A report is missing (未报).' },
  } as const,
})

const ReminderRef = builder.objectRef<InPlan<'Reminder', Reminder>>('Reminder')
const ReminderConnection = connectionType(ReminderRef, '提醒')

builder.objectType(ReminderRef, {
  description: 'One thing that a unit is to be told on the day of the view (提醒).',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'Who is told (责任单位); null where the plan does not describe it.',
      resolve: ({ at, of }) => unitOf(at, of.unit),
    }),
    unitCode: t.string({
      description: 'The code of that unit (单位代码).',
      resolve: ({ of }) => of.unit,
    }),
    kind: t.field({
      type: ReminderKindEnum,
      description: 'What it is told of (类型).',
      resolve: ({ of }) => of.kind,
    }),
    message: t.string({
      args: langArgs,
      description: 'What it is told (内容).',
      resolve: ({ at, of }, { lang }) => textIn(textOfReminder(of, at.view), lang),
    }),
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description: 'The commitment (承诺事项).',
      resolve: ({ at, of }) => {
        const found = at.view.commitment(of.commitment)
        return found ? commitmentShape(at, found) : null
      },
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the commitment, or the report, is due (期限).',
      resolve: ({ of }) => of.dueOn,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why a report was sent back (退回原因).',
      resolve: ({ of }) => of.reason,
    }),
    facts: t.stringList({
      description: 'Ids of the facts it rests on (所据事实).',
      resolve: ({ of }) => [...of.facts],
    }),
  }),
})

const TimelinessEnum = builder.enumType('Timeliness', {
  description: 'Whether a report was in on time (报送及时性).',
  values: {
    ON_TIME: { description: 'In by its date (按时).' },
    LATE: { description: 'In after its date (迟报).' },
    MISSING: { description: 'Not in, and its date has passed (未报).' },
    OPEN: { description: 'Not in, and not due yet (待报).' },
  } as const,
})

const ReportDueRef = builder.objectRef<InPlan<'ReportDue', ReportDue>>('ReportDue')
const ReportDueConnection = connectionType(ReportDueRef, '报送')

builder.objectType(ReportDueRef, {
  description: 'Whether one unit has reported one indicator for one span (报送情况).',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit in the lead, which reports (填报单位).',
      resolve: ({ at, of }) => unitOf(at, of.unit),
    }),
    unitCode: t.string({
      description: 'The code of that unit (单位代码).',
      resolve: ({ of }) => of.unit,
    }),
    indicator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The indicator (指标).',
      resolve: ({ at, of }) => indicatorOf(at, of.indicator),
    }),
    span: t.field({
      type: PeriodRef,
      description: 'The span that is reported (报送期).',
      resolve: ({ of }) => of.span,
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which it is on time (报送期限).',
      resolve: ({ of }) => of.dueOn,
    }),
    timeliness: t.field({
      type: TimelinessEnum,
      description: 'Whether it is (及时性).',
      resolve: ({ of }) => of.timeliness,
    }),
    reportedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the first report of the span was in (报送时刻).',
      resolve: ({ of }) => of.reportedAt,
    }),
    observation: t.field({
      type: ObservationRef,
      nullable: true,
      description: 'That report (进展).',
      resolve: ({ at, of }) => observationWith(at, of.observation),
    }),
  }),
})

const unitArg = builder.args((t) => ({
  unit: t.string({ description: 'Code of a unit (单位代码); all unless given.' }),
}))

interface CalendarArgs {
  readonly every: 'WEEK' | 'MONTH' | 'QUARTER'
  readonly withinDays: number
}

function remindersIn(
  at: PlanAt,
  unit: string | null | undefined,
  args: CalendarArgs & PageArgs,
  limits: Limits,
) {
  const { every, withinDays } = args
  const reminders = remindersOf(at.view, { every, withinDays })
    .filter((one) => unit === null || unit === undefined || one.unit === unit)
    .map((one) => inPlan('Reminder', at, one))
  const keyOf = ({ of }: (typeof reminders)[number]) =>
    [of.unit, of.kind, of.commitment, of.dueOn, ...of.facts].join(' ')
  return connectionOfList(inOrderGiven(reminders, keyOf), args, limits)
}

builder.objectFields(PlanRef, (t) => ({
  reminders: t.connection(
    {
      type: ReminderRef,
      args: { ...unitArg, ...calendarArgs },
      complexity: pageCost,
      description: 'What each unit is to be told on the day of the view (提醒), unit by unit.',
      resolve: ({ at }, args, { limits }) => remindersIn(at, args.unit, args, limits),
    },
    ReminderConnection,
  ),
  reportsDue: t.connection(
    {
      type: ReportDueRef,
      args: {
        ...unitArg,
        ...calendarArgs,
        timeliness: t.arg({
          type: [TimelinessEnum],
          description: 'Only these (及时性); all unless given.',
        }),
      },
      complexity: pageCost,
      description:
        'Who has reported on time, late and not at all by the day of the view (报送情况): each unit in the lead of an indicator, for each span.',
      resolve: ({ at }, args, { limits }) => {
        const { every, withinDays, unit, timeliness } = args
        const { asOf: today, knownAt } = at
        const due = reportsDue(at.facts, at.plan, { every, withinDays }, { today, knownAt })
          .filter((one) => unit === null || unit === undefined || one.unit === unit)
          .filter((one) => !timeliness || timeliness.includes(one.timeliness))
          .map((one) => inPlan('ReportDue', at, one))
        const keyOf = ({ of }: (typeof due)[number]) =>
          [of.unit, of.indicator, of.span.start].join(' ')
        return connectionOfList(inOrderGiven(due, keyOf), args, limits)
      },
    },
    ReportDueConnection,
  ),
}))

builder.queryField('reminders', (t) =>
  t.connection(
    {
      type: ReminderRef,
      nullable: true,
      args: {
        plan: t.arg.string({ required: true, description: 'Code of the plan (计划代码).' }),
        ...unitArg,
        ...calendarArgs,
        ...viewArgs,
      },
      complexity: pageCost,
      description:
        'What each unit of a plan is to be told on a day (提醒); null where there is no such plan.',
      resolve: async (_root, args, context) => {
        const at = await loadPlanAt(context, args.plan, chooseView(args, context.now))
        return at && remindersIn(at, args.unit, args, context.limits)
      },
    },
    ReminderConnection,
  ),
)

builder.objectField(ObligationRef, 'openEscalation', (t) =>
  t.field({
    type: [EscalationStepRef],
    description:
      'The steps of its rule’s escalation ladder that are open on the day of the view (已触发的升级台阶), until it is met or excused.',
    resolve: ({ at, of }) => {
      const status = at.view.assessment(of.id)?.status
      const closed = status === 'MET' || status === 'MET_LATE' || status === 'WAIVED'
      const ladder = of.definition.escalation ?? []
      return openEscalationSteps(ladder, { asOf: at.asOf, dueOn: of.dueOn, closed }).map((one) =>
        inPlan('EscalationStep', at, one),
      )
    },
  }),
)

builder.objectField(UnitRef, 'reminders', (t) =>
  t.connection(
    {
      type: ReminderRef,
      args: calendarArgs,
      complexity: pageCost,
      description: 'What it is to be told on the day of the view (提醒).',
      resolve: ({ at, of }, args, { limits }) => remindersIn(at, of.code, args, limits),
    },
    ReminderConnection,
  ),
)
