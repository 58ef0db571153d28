import { assessedIn } from '../rollup/roll-up.ts'
import { scoreOf } from '../score/score.ts'
import { madeOnce } from '../view/lazy.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { CommitmentFilter } from './commitment-filter.ts'
import { passes } from './commitment-filter.ts'
import type { Countable, Dimension } from './dimension.ts'
import { type BreakdownRow, groupAndMeasure } from './group.ts'
import type { Measure } from './measure.ts'

/**
 * The commitments of a view grouped by some dimensions and measured. Each row comes with the filter that finds its
 * commitments again. A commitment led by two units counts under both.
 */
export function breakdown(
  view: PlanView,
  by: readonly Dimension[],
  measures: readonly Measure[],
  filter: CommitmentFilter = {},
): readonly BreakdownRow[] {
  return breakdownAcross([view], by, measures, filter)
}

/** The same over the views of several plans. */
export function breakdownAcross(
  views: readonly PlanView[],
  by: readonly Dimension[],
  measures: readonly Measure[],
  filter: CommitmentFilter = {},
): readonly BreakdownRow[] {
  const all = views.flatMap(countablesOf)
  const viewOf = new Map(views.map((view) => [view.facts.code, view]))
  const scoreIn = ({ plan, commitment }: Countable) => {
    const view = viewOf.get(plan)
    return (view && scoreOf(view, commitment.id)?.points) ?? '0'
  }
  return groupAndMeasure(all, by, measures, { scoreOf: scoreIn }, filter)
}

/** The commitments of a view that pass a filter. */
export function findCommitments(view: PlanView, filter: CommitmentFilter): readonly Countable[] {
  return countablesOf(view).filter((it) => passes(filter, it))
}

const countables = new WeakMap<PlanView, readonly Countable[]>()

/** Every commitment of a view with what a breakdown reads; made once per view. */
function countablesOf(view: PlanView): readonly Countable[] {
  return madeOnce(countables, view, () =>
    view.commitments.flatMap(({ id, project: code }) => {
      const assessed = assessedIn(view, id)
      if (assessed === undefined) return []
      const project = code === null ? undefined : view.project(code)
      return [
        {
          ...assessed,
          project: project ?? null,
          stage: project === undefined ? null : (view.stage(project.code)?.stage ?? null),
          invested: project === undefined ? null : view.investmentDone(project.code),
          plan: view.facts.code,
          ownUnits: view.plan.measureUnits,
          district: view.header.district.code,
          start: view.header.period.start,
        },
      ]
    }),
  )
}
