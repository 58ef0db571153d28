import { type Reminder, textIn } from '@duban/domain'
import { remindersOf } from '@duban/domain/reports'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import type { PageArgs } from '../paging/page-request.ts'
import { textOfReminder } from '../reminders/reminder-text.ts'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { connectionType, pageCost } from './connection.ts'
import { loadPlanAt } from './load-plan.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { type CalendarArgs, calendarArgs, unitArg } from './reporting-calendar.ts'
import { langArgs } from './text.ts'
import { UnitRef, unitOf } from './unit.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

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
