import { builder } from './builder.ts'

export const IntervalEnum = builder.enumType('Interval', {
  description: 'How finely a history or a series is told (时间间隔).',
  values: {
    DAY: { description: 'Day by day (日).' },
    WEEK: { description: 'By weeks that end on Sunday (周).' },
    MONTH: { description: 'By months (月).' },
    QUARTER: { description: 'By quarters (季).' },
  } as const,
})

/** What a history or a series costs: for each point the plan is judged anew. */
export function intervalCost({ interval }: { readonly interval: keyof typeof points }) {
  return { field: 100 * points[interval], multiplier: points[interval] }
}

const points = { DAY: 366, WEEK: 53, MONTH: 12, QUARTER: 4 } as const
