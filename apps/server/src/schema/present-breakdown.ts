import { todayIn } from '@duban/domain'
import type { BreakdownField, Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { type DimensionKey, filterOfRow } from './breakdown-filter.ts'
import type { RowShape } from './breakdown-shape.ts'
import type { CommitmentFilterField, CommitmentFilterInput } from './commitment-filter.ts'
import { homeZone } from './commitments-query.ts'
import type { Context } from './context.ts'
import type { DimensionName, MeasureName } from './dimension.ts'
import { loadPlanAt } from './load-plan.ts'
import { measureUnitAmong } from './measure-unit-in.ts'
import { loadFewPlans } from './past-commitments.ts'
import { nameGroups } from './plan-names.ts'
import { plansNamed } from './plans-named.ts'
import type { ViewChoice } from './view-choice.ts'

/** What the storage calls each dimension. */
const fieldOf: Readonly<Record<DimensionName, BreakdownField>> = {
  PLAN: 'plan',
  DISTRICT: 'district',
  YEAR: 'year',
  TASK: 'task',
  PLATE: 'plate',
  THEME: 'theme',
  UNIT: 'unit',
  PROJECT: 'project',
  PROJECT_STAGE: 'projectStage',
  PROJECT_KIND: 'projectKind',
  KIND: 'kind',
  STATUS: 'status',
  LIGHT: 'light',
  MODALITY: 'modality',
  SEVERITY: 'severity',
  DUE_MONTH: 'dueMonth',
  RULE: 'rule',
}

/** What is asked of the present. */
export interface PresentBreakdown {
  readonly by: readonly DimensionName[]
  readonly measures: readonly MeasureName[]
  readonly filter: CommitmentFilterInput | null | undefined
  /** The same filter. */
  readonly condition: Condition<CommitmentFilterField> | undefined
}

/** The rows of all plans, from the database. Facts are read where they name what is in a row, and that is asked for. */
export async function presentBreakdown(
  { by, measures, filter, condition }: PresentBreakdown,
  choice: ViewChoice,
  context: Context,
): Promise<readonly RowShape[]> {
  const asOf = choice.asOf ?? todayIn(homeZone, context.now)
  if (asOf === null) throw refuse('INVALID_DATE', { value: context.now })
  const groups = await context.storage.breakdown({
    asOf,
    by: by.map((dimension) => fieldOf[dimension]),
    measures,
    ...(condition ? { where: condition } : {}),
  })
  const found = groups.map(({ key, ...group }) => ({
    ...group,
    keys: by.map((dimension, at): DimensionKey => ({ dimension, value: asText(key[at]) })),
  }))
  const allKeys = found.flatMap(({ keys }) => keys)
  const namesIn = nameGroups(context.storage, allKeys, context.limits.rows, async () => {
    const plans = await loadFewPlans(plansNamed(condition), choice, context)
    return 'actual' in plans ? [] : plans
  })
  return found.map(({ keys, values, ownUnits }) => ({
    findUnit: async (code) => {
      const plan = ownUnits.get(code)
      const definedBy = plan === undefined ? null : await loadPlanAt(context, plan, choice)
      return measureUnitAmong(definedBy === null ? [] : [definedBy], code)
    },
    nameGroup: namesIn(keys),
    keys,
    filter: filterOfRow(filter, keys),
    values,
  }))
}

function asText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
