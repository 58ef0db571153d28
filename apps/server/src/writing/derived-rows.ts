import { type Fact, type MeasureUnit, type PlanFacts, SHIPPED_UNITS } from '@duban/domain'
import {
  firstChangedBy,
  measuredSteps,
  projectSteps,
  projectsOf,
  projectsTouchedBy,
} from '@duban/domain/decide'
import type {
  DerivedChange,
  DerivedRows,
  MeasuredRows,
  ProjectRows,
  UnitColumns,
} from '@duban/storage'
import { ruleEngine } from '../rule-engine.ts'
import { allTimelines, timelinesTouched } from './timeline-rows.ts'

/**
 * What a commit of these facts writes beside them; `after` holds them already. What was derived of the facts before
 * them is gone on with where it is known.
 */
export function rowsTouched(
  after: PlanFacts,
  added: readonly Fact[],
  before?: PlanFacts,
): DerivedChange {
  const { timelines = [], replaceTimelines = false } = timelinesTouched(after, added, before)
  if (replaceTimelines) return { ...rowsOf(after, timelines), replaceTimelines }
  const changed = firstChangedBy(added)
  return whenRead(
    timelines,
    () => timelines.map(({ commitment }) => measuredRows(after, commitment, changed)),
    () => [...projectsTouchedBy(after, added)].map((code) => projectRows(after, code, changed)),
  )
}

/** Everything that is derived of a plan, as the storage keeps it. The same facts give the same rows. */
export function deriveRows(facts: PlanFacts): DerivedRows {
  return rowsOf(facts, allTimelines(facts))
}

function rowsOf(facts: PlanFacts, timelines: DerivedRows['timelines']): DerivedRows {
  return {
    timelines,
    measured: timelines.map(({ commitment }) => measuredRows(facts, commitment)),
    projects: projectsOf(facts).map((code) => projectRows(facts, code)),
  }
}

/** Rows that are made when they are first read: a database elsewhere can be sent the timelines before. */
function whenRead(
  timelines: DerivedRows['timelines'],
  measuredOf: () => readonly MeasuredRows[],
  projectsOf: () => readonly ProjectRows[],
): DerivedRows {
  let measured: readonly MeasuredRows[] | undefined
  let projects: readonly ProjectRows[] | undefined
  return {
    timelines,
    get measured() {
      measured ??= measuredOf()
      return measured
    },
    get projects() {
      projects ??= projectsOf()
      return projects
    },
  }
}

// Rows are written out member by member: what is spread into so many becomes a table of names.

function measuredRows(facts: PlanFacts, commitment: string, changed?: string): MeasuredRows {
  const { since, steps } = measuredSteps(facts, commitment, ruleEngine, changed)
  const rows = steps.map(({ from, to, value }) => {
    const { unit, dimension, factor } = unitColumns(value.unit)
    return {
      from,
      to,
      unit,
      dimension,
      factor,
      target: value.target,
      actual: value.actual,
      achieved: value.achieved,
      weight: value.weight,
      daysLate: value.daysLate,
      points: value.points,
    }
  })
  return { commitment, since, rows }
}

function projectRows(facts: PlanFacts, project: string, changed?: string): ProjectRows {
  const { since, steps } = projectSteps(facts, project, changed)
  const rows = steps.map(({ from, to, value }) => {
    const { unit, dimension, factor } = unitColumns(value.unit)
    return {
      from,
      to,
      kind: value.kind,
      stage: value.stage,
      unit,
      dimension,
      factor,
      total: value.total,
      thisYear: value.thisYear,
      done: value.done,
    }
  })
  return { project, since, rows }
}

/** What is told of a unit: of a shipped one its code says all. */
function unitColumns(unit: MeasureUnit | null): UnitColumns {
  if (unit === null) return { unit: null, dimension: null, factor: null }
  const { code, dimension, factor } = unit
  return SHIPPED_UNITS.includes(unit)
    ? { unit: code, dimension: null, factor: null }
    : { unit: code, dimension, factor }
}
