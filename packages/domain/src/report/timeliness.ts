import type { Instant, IsoDate, Period } from '../calendar/date.ts'
import { addDays } from '../calendar/day-arithmetic.ts'
import { startOfDayIn } from '../calendar/instant.ts'
import type { Fact, Observation, PlanFacts } from '../fact/fact.ts'
import { type Interval, spansOf } from '../history/interval.ts'
import type { Plan } from '../plan/plan.ts'

/** When reports are to be in: for each span of the plan, some days after its end. */
export interface ReportingCalendar {
  readonly every: Exclude<Interval, 'DAY'>
  /** Days after the span's end: "monthly by the 5th" is 5. */
  readonly withinDays: number
}

/** ON_TIME 按时, LATE 迟报, MISSING 未报, OPEN not due yet and not in. */
export type Timeliness = 'ON_TIME' | 'LATE' | 'MISSING' | 'OPEN'

/** Whether one unit has reported one indicator for one span. */
export interface ReportDue {
  readonly unit: string
  /** Code of the Indicator. */
  readonly indicator: string
  readonly span: Period
  /** Last day on which the report is on time. */
  readonly dueOn: IsoDate
  readonly timeliness: Timeliness
  readonly reportedAt: Instant | null
  /** Id of the Observation that was first in; null where there is none. */
  readonly observation: string | null
}

/**
 * Who has reported on time, late and not at all: each unit in the lead of an indicator that takes reports owes one for
 * each span that has begun by `today`, up to the indicator's due date. A draft is no report until it is submitted.
 */
export function reportsDue(
  facts: PlanFacts,
  plan: Plan,
  calendar: ReportingCalendar,
  at: { readonly today: IsoDate; readonly knownAt: Instant },
): readonly ReportDue[] {
  const reports = firstReports(facts, at.knownAt)
  const spans = spansOf(plan.period, calendar.every).filter((span) => span.start <= at.today)
  const dated = spans.flatMap((span) => {
    const dueOn = addDays(span.end, calendar.withinDays)
    return dueOn === null ? [] : [{ span, dueOn, tooLateAt: tooLateAt(plan.timeZone, dueOn) }]
  })
  return plan.indicators.flatMap((indicator) => {
    if (indicator.accumulation === 'RATIO' || indicator.accumulation === 'DERIVED') return []
    const leads = (indicator.responsible ?? []).filter(({ role }) => role === 'LEAD')
    return leads.flatMap(({ unit }) =>
      dated
        .filter(({ span }) => indicator.dueOn === undefined || span.start <= indicator.dueOn)
        .map(({ span, dueOn, tooLateAt }) => {
          const first = reports
            .get(keyOf(indicator.code, unit))
            ?.find(({ on }) => on >= span.start && on <= span.end)
          const isLate = first !== undefined && tooLateAt !== null && first.at >= tooLateAt
          const timeliness =
            first !== undefined
              ? isLate
                ? 'LATE'
                : 'ON_TIME'
              : dueOn < at.today
                ? 'MISSING'
                : 'OPEN'
          return {
            unit,
            indicator: indicator.code,
            span,
            dueOn,
            timeliness,
            reportedAt: first?.at ?? null,
            observation: first?.id ?? null,
          } as const
        }),
    )
  })
}

function tooLateAt(timeZone: string, dueOn: IsoDate): Instant | null {
  const next = addDays(dueOn, 1)
  return next === null ? null : startOfDayIn(timeZone, next)
}

interface Report {
  readonly id: string
  readonly on: IsoDate
  /** When it was in: recorded as submitted, or submitted later. */
  readonly at: Instant
}

/** Reports by indicator and reporter, the one that was in first ahead. */
function firstReports(facts: PlanFacts, knownAt: Instant): ReadonlyMap<string, readonly Report[]> {
  const submittedAt = new Map<string, Instant>()
  const observations: Observation[] = []
  for (const fact of facts.facts) {
    if (fact.recordedAt > knownAt) continue
    if (fact.type === 'OBSERVATION' && fact.of.kind === 'INDICATOR') observations.push(fact)
    const submitted = submissionOf(fact)
    if (submitted !== null && !submittedAt.has(submitted)) {
      submittedAt.set(submitted, fact.recordedAt)
    }
  }
  const reports = new Map<string, Report[]>()
  for (const { id, of, reporter, effectiveOn } of observations) {
    const at = submittedAt.get(id)
    if (at === undefined) continue
    const key = keyOf(of.code, reporter)
    const report = { id, on: effectiveOn, at }
    const list = reports.get(key)
    if (list === undefined) reports.set(key, [report])
    else list.push(report)
  }
  for (const list of reports.values()) list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return reports
}

/** Id of the observation that a fact puts in. */
function submissionOf(fact: Fact): string | null {
  if (fact.type === 'OBSERVATION') return fact.state === 'DRAFT' ? null : fact.id
  return fact.type === 'REVIEW' && fact.state === 'SUBMITTED' ? fact.observation : null
}

function keyOf(indicator: string, unit: string): string {
  return `${indicator} ${unit}`
}
