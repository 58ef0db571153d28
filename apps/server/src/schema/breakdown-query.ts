import { todayIn } from '@duban/domain'
import type { BreakdownField, KeptMeasure } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { breakdownArgs, checkDimensions, planBreakdown, withNeeded } from './breakdown.ts'
import { filterOfRow } from './breakdown-filter.ts'
import { ranked } from './breakdown-rank.ts'
import { RowRef } from './breakdown-row.ts'
import type { RowShape } from './breakdown-shape.ts'
import { builder } from './builder.ts'
import { commitmentFields } from './commitment-filter.ts'
import { homeZone } from './commitments-query.ts'
import type { DimensionName, MeasureName } from './dimension.ts'
import { loadPlanAt } from './load-plan.ts'
import { plansNamed, storageCondition } from './storage-condition.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

/** The column of each dimension that the storage keeps; the others are known within a plan only. */
const columns: Readonly<Partial<Record<DimensionName, BreakdownField>>> = {
  PLAN: 'plan',
  DISTRICT: 'district',
  YEAR: 'year',
  TASK: 'task',
  PLATE: 'plate',
  THEME: 'theme',
  UNIT: 'unit',
  KIND: 'kind',
  STATUS: 'status',
  LIGHT: 'light',
  MODALITY: 'modality',
  SEVERITY: 'severity',
  DUE_MONTH: 'dueMonth',
  RULE: 'rule',
}

builder.queryField('breakdown', (t) =>
  t.field({
    type: [RowRef],
    args: { ...breakdownArgs, ...viewArgs },
    complexity: ({ by }) => ({ field: 500, multiplier: 50 * by.length }),
    description:
      'The commitments of all plans in groups, each counted (跨计划分组统计). Measures beyond counts, and a past knownAt, are for one plan named in the filter.',
    resolve: async (
      _root,
      { by, measures: asked, filter, rank, ...view },
      context,
    ): Promise<RowShape[]> => {
      checkDimensions(by)
      const measures = withNeeded(asked, rank)
      const choice = chooseView(view, context.now)
      const condition = conditionOf(filter, commitmentFields)
      const [plan, ...others] = plansNamed(condition) ?? []
      if (plan !== undefined && others.length === 0) {
        const at = await loadPlanAt(context, plan, choice)
        return at ? planBreakdown(at, by, measures, filter, rank) : []
      }
      const counted = measures.filter(isCount)
      const measure = measures.find((one) => !isCount(one))
      if (measure !== undefined) throw refuse('MEASURE_OF_ONE_PLAN', { measure })
      if (choice.knownAt !== null || choice.includeSubmitted) {
        throw refuse('PAST_PLANS_LIMIT', { actual: others.length + 1, limit: 1, setting: '' })
      }
      const asOf = choice.asOf ?? todayIn(homeZone, context.now)
      if (asOf === null) throw refuse('INVALID_DATE', { value: context.now })
      const where = condition && storageCondition(condition)
      const rows = await context.storage.breakdown({
        asOf,
        by: by.map(columnOf),
        measures: counted,
        ...(where ? { where } : {}),
      })
      const shaped = rows.map(({ key, values }): RowShape => {
        const keys = by.map((dimension, at) => ({ dimension, value: asText(key[at]) }))
        return { at: null, keys, filter: filterOfRow(filter, keys), values }
      })
      return ranked(shaped, rank)
    },
  }),
)

const counts: ReadonlySet<string> = new Set(['COUNT', 'BY_STATUS', 'BY_LIGHT'])

function isCount(measure: MeasureName): measure is KeptMeasure {
  return counts.has(measure)
}

function columnOf(dimension: DimensionName): BreakdownField {
  const column = columns[dimension]
  if (column === undefined) throw refuse('DIMENSION_OF_ONE_PLAN', { dimension })
  return column
}

function asText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
