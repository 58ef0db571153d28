import { todayIn } from '@duban/domain'
import type { BreakdownField, BreakdownQuery, KeptMeasure } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { breakdownArgs, checkDimensions, plansBreakdown, withNeeded } from './breakdown.ts'
import { filterOfRow } from './breakdown-filter.ts'
import { ranked } from './breakdown-rank.ts'
import { RowRef } from './breakdown-row.ts'
import { builder } from './builder.ts'
import { type CommitmentFilterField, commitmentFields } from './commitment-filter.ts'
import { homeZone } from './commitments-query.ts'
import type { DimensionName, MeasureName } from './dimension.ts'
import { loadNamedPlans } from './past-commitments.ts'
import { nameGroups } from './plan-names.ts'
import { plansNamed, storageCondition } from './storage-condition.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

/** The column of each dimension that the storage keeps. */
const columns: Readonly<Partial<Record<DimensionName, BreakdownField>>> = {
  PLAN: 'plan',
  DISTRICT: 'district',
  YEAR: 'year',
  TASK: 'task',
  PLATE: 'plate',
  THEME: 'theme',
  UNIT: 'unit',
  PROJECT: 'project',
  KIND: 'kind',
  STATUS: 'status',
  LIGHT: 'light',
  MODALITY: 'modality',
  SEVERITY: 'severity',
  DUE_MONTH: 'dueMonth',
  RULE: 'rule',
}

/** The measures that the storage keeps. */
const kept: ReadonlySet<MeasureName> = new Set(['COUNT', 'BY_STATUS', 'BY_LIGHT'])

builder.queryField('breakdown', (t) =>
  t.field({
    type: [RowRef],
    args: { ...breakdownArgs, ...viewArgs },
    complexity: ({ by, measures }) => ({
      field: 500 + 100 * measures.length * by.length,
      multiplier: 50 * by.length,
    }),
    description:
      'The commitments of all plans in groups, each counted and measured (跨计划分组统计). Counts come from the database; the other measures, the stage and kind of projects, a past knownAt and includeSubmitted are worked out from the facts: of the plans that the filter names, or of all where they are few.',
    resolve: async (_root, { by, measures: asked, filter, rank, ...view }, context) => {
      checkDimensions(by)
      const measures = withNeeded(asked, rank)
      const choice = chooseView(view, context.now)
      const condition = conditionOf(filter, commitmentFields)
      const named = plansNamed(condition)
      const isOfPresent = choice.knownAt === null && !choice.includeSubmitted
      const query =
        isOfPresent && named?.length !== 1 ? storageQuery(by, measures, condition) : undefined
      if (query === undefined) {
        const plans = await loadNamedPlans(named, choice, context)
        return plansBreakdown(plans, by, measures, filter, rank)
      }
      const asOf = choice.asOf ?? todayIn(homeZone, context.now)
      if (asOf === null) throw refuse('INVALID_DATE', { value: context.now })
      const groups = await context.storage.breakdown({ asOf, ...query })
      const keysOf = groups.map(({ key }) =>
        by.map((dimension, at) => ({ dimension, value: asText(key[at]) })),
      )
      const nameGroup = nameGroups(context.storage, keysOf.flat(), context.limits.rows)
      const rows = groups.map(({ values }, at) => {
        const keys = keysOf[at] ?? []
        return { plans: [], nameGroup, keys, filter: filterOfRow(filter, keys), values }
      })
      return ranked(rows, rank)
    },
  }),
)

/** What the storage is asked; undefined where it does not keep all of it. */
function storageQuery(
  by: readonly DimensionName[],
  measures: readonly MeasureName[],
  condition: ReturnType<typeof conditionOf<CommitmentFilterField>>,
): Omit<BreakdownQuery, 'asOf'> | undefined {
  const fields = by.flatMap((dimension) => columns[dimension] ?? [])
  const measured = measures.filter(isKept)
  const where = condition && storageCondition(condition)
  const isWhole = fields.length === by.length && measured.length === measures.length
  if (!isWhole || (condition && !where)) return undefined
  return { by: fields, measures: measured, ...(where ? { where } : {}) }
}

function isKept(measure: MeasureName): measure is KeptMeasure {
  return kept.has(measure)
}

function asText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
