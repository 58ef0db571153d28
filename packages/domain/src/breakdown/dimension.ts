import type { Status } from '../assessment/assessment.ts'
import type { IsoDate } from '../calendar/date.ts'
import type { Project, ProjectStage } from '../project/project.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import type { Assessed } from '../rollup/roll-up.ts'

/** What a breakdown groups by. UNIT is the unit in the lead; DUE_MONTH is `YYYY-MM`, YEAR the plan's first. */
export type Dimension =
  | 'TASK'
  | 'PLATE'
  | 'THEME'
  | 'UNIT'
  | 'PROJECT'
  | 'PROJECT_STAGE'
  | 'PROJECT_KIND'
  | 'KIND'
  | 'STATUS'
  | 'LIGHT'
  | 'MODALITY'
  | 'SEVERITY'
  | 'DUE_MONTH'
  | 'RULE'
  | 'PLAN'
  | 'DISTRICT'
  | 'YEAR'

/** An assessed commitment with what a breakdown reads beside it. */
export interface Countable extends Assessed {
  readonly project: Project | null
  /** In view; null where it is not known or there is no project. */
  readonly stage: ProjectStage | null
  /** The year's investment reported for the project in view, in its investment unit. */
  readonly invested: Decimal | null
  /** Code of the plan. */
  readonly plan: string
  /** The plan's own units of measure. */
  readonly ownUnits: readonly MeasureUnit[]
  /** Code of the plan's district. */
  readonly district: string
  /** First day of the plan's period. */
  readonly start: IsoDate
}

/** A group's value of one dimension; null gathers what has none. */
export type DimensionValue = string | null

/** The values of a dimension that a commitment counts under: one, or each of several leading units. */
export function valuesOf(dimension: Dimension, it: Countable): readonly DimensionValue[] {
  if (dimension !== 'UNIT') return [valueOfOne(dimension, it)]
  const leads = it.commitment.responsible.filter(({ role }) => role === 'LEAD')
  return leads.length === 0 ? [null] : [...new Set(leads.map(({ unit }) => unit))]
}

function valueOfOne(dimension: Exclude<Dimension, 'UNIT'>, it: Countable): DimensionValue {
  const { commitment, assessment } = it
  switch (dimension) {
    case 'TASK':
      return commitment.task
    case 'PLATE':
      return commitment.plate
    case 'THEME':
      return commitment.theme
    case 'PROJECT':
      return commitment.project
    case 'PROJECT_STAGE':
      return it.stage
    case 'PROJECT_KIND':
      return it.project?.kind ?? null
    case 'KIND':
      return commitment.kind
    case 'STATUS':
      return assessment.status satisfies Status
    case 'LIGHT':
      return assessment.light
    case 'MODALITY':
      return commitment.definition.modality ?? null
    case 'SEVERITY':
      return commitment.kind === 'OBLIGATION' ? commitment.definition.severity : null
    case 'DUE_MONTH':
      return commitment.dueOn?.slice(0, 7) ?? null
    case 'RULE':
      return commitment.kind === 'OBLIGATION' ? commitment.definition.code : null
    case 'PLAN':
      return it.plan
    case 'DISTRICT':
      return it.district
    case 'YEAR':
      return it.start.slice(0, 4)
  }
}
