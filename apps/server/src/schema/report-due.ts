import type { ReportDue } from '@duban/domain'
import { reportsDue } from '@duban/domain/reports'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { IndicatorRef, indicatorOf } from './indicator.ts'
import { ObservationRef, observationWith } from './observation.ts'
import { PeriodRef, PlanRef } from './plan.ts'
import { type InPlan, inPlan } from './plan-at.ts'
import { calendarArgs, unitArg } from './reporting-calendar.ts'
import { UnitRef, unitOf } from './unit.ts'

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

builder.objectFields(PlanRef, (t) => ({
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
