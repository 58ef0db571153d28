import type { Observation, PeriodLock } from '../fact/fact.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { madeOnce } from '../view/lazy.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { Finding } from './finding.ts'
import { found } from './finding-code.ts'
import { lintPlan } from './lint-plan.ts'
import { reconcileSeries } from './reconcile-series.ts'
import { reconcileParts, reconcileRate, reportsOf } from './reconcile-values.ts'

/** What a lint of the plan and a reconciliation of its reports notice in a view. */
export function findings(view: PlanView): readonly Finding[] {
  return madeOnce(findingsOfView, view, () => [
    ...lintPlan(view.plan),
    ...view.plan.indicators.flatMap((indicator) => [
      ...reportsByReporter(view, indicator).flatMap((reports) =>
        reconcileSeries(indicator, reports),
      ),
      ...reconcileParts(view, indicator),
      ...reconcileRate(view, indicator),
    ]),
    ...findReportedAfterClose(view),
  ])
}

const findingsOfView = new WeakMap<PlanView, readonly Finding[]>()

function reportsByReporter(
  view: PlanView,
  indicator: Indicator,
): readonly (readonly Observation[])[] {
  const byReporter = new Map<string, Observation[]>()
  for (const report of reportsOf(view, indicator)) {
    const list = byReporter.get(report.reporter)
    if (list === undefined) byReporter.set(report.reporter, [report])
    else list.push(report)
  }
  return [...byReporter.values()]
}

/** Values recorded for a day that was closed by then. */
function findReportedAfterClose(view: PlanView): readonly Finding[] {
  const { locks, plan } = view
  if (locks.length === 0) return []
  const subjects = [
    ...plan.indicators.map(({ code }) => ({ kind: 'INDICATOR', code }) as const),
    ...plan.projects.map(({ code }) => ({ kind: 'PROJECT', code }) as const),
  ]
  return subjects.flatMap((of) =>
    view.observations(of).flatMap(({ fact, counts }) => {
      const lock = counts ? lockOver(locks, fact) : undefined
      if (lock === undefined) return []
      const subject = of.kind === 'INDICATOR' ? `indicator/${of.code}` : `PROJECT/${of.code}`
      const params = { subject, on: fact.effectiveOn, through: lock.through }
      return [found('REPORTED_AFTER_CLOSE', 'WARNING', params, [fact.id, lock.id])]
    }),
  )
}

/** The lock that closed a fact's day when it was recorded. */
function lockOver(locks: readonly PeriodLock[], fact: Observation): PeriodLock | undefined {
  const last = locks
    .filter((lock) => lock.recordedAt < fact.recordedAt && lock.through >= fact.effectiveOn)
    .at(-1)
  return last === undefined || last.open ? undefined : last
}
