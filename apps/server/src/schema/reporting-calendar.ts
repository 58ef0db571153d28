import { builder } from './builder.ts'

const ReportIntervalEnum = builder.enumType('ReportInterval', {
  description: 'How often reports are to be in (报送周期).',
  values: {
    WEEK: { description: 'For each week (每周).' },
    MONTH: { description: 'For each month (每月).' },
    QUARTER: { description: 'For each quarter (每季).' },
  } as const,
})

/** A reporting calendar (报送要求): "monthly by the 5th" unless it says otherwise. */
export const calendarArgs = builder.args((t) => ({
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

/** The same arguments as resolvers get them. */
export interface CalendarArgs {
  readonly every: 'WEEK' | 'MONTH' | 'QUARTER'
  readonly withinDays: number
}

/** The argument by which a list is about one unit. */
export const unitArg = builder.args((t) => ({
  unit: t.string({ description: 'Code of a unit (单位代码); all unless given.' }),
}))
