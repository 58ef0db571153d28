import { conditionOf } from '../filtering/condition.ts'
import { breakdownArgs, checkDimensions, plansBreakdown, withNeeded } from './breakdown.ts'
import { ranked } from './breakdown-rank.ts'
import { RowRef } from './breakdown-row.ts'
import { builder } from './builder.ts'
import { commitmentFields } from './commitment-filter.ts'
import { loadNamedPlans } from './past-commitments.ts'
import { plansNamed } from './plans-named.ts'
import { presentBreakdown } from './present-breakdown.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

builder.queryField('breakdown', (t) =>
  t.field({
    type: [RowRef],
    args: { ...breakdownArgs, ...viewArgs },
    complexity: ({ by, measures }) => ({
      field: 500 + 100 * measures.length * by.length,
      multiplier: 50 * by.length,
    }),
    description:
      'The commitments of all plans in groups, each counted and measured (跨计划分组统计). The present comes from the database, of however many plans; a past knownAt and includeSubmitted are worked out from the facts: of the plans that the filter names, or of all where they are few.',
    resolve: async (_root, { by, measures: wanted, filter, rank, ...view }, context) => {
      checkDimensions(by)
      const measures = withNeeded(wanted, rank)
      const choice = chooseView(view, context.now)
      const condition = conditionOf(filter, commitmentFields)
      const named = plansNamed(condition)
      const isOfPresent = choice.knownAt === null && !choice.includeSubmitted
      // One plan's facts are held, and its answer has a tag.
      if (isOfPresent && named?.length !== 1) {
        const asked = { by, measures, filter, condition }
        return ranked(await presentBreakdown(asked, choice, context), rank)
      }
      const plans = await loadNamedPlans(named, choice, context)
      return plansBreakdown(plans, by, measures, filter, rank)
    },
  }),
)
