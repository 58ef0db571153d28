import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { Observation } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import { type Combination, observedSeries, type Series } from '../indicator/series.ts'
import { formOfAll } from '../indicator/whole.ts'
import { type DefinitionStep, headerSteps } from '../plan/definition-steps.ts'
import type { PlanHeader } from '../plan/plan.ts'
import { type Epochs, epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'

/** What has been invested in a project, in its own unit, as the views of different days see it. */
export interface DoneSeries {
  readonly scale: number
  readonly epochs: Epochs<Series>
}

const MADE: Made<DoneSeries> = new WeakMap()

/** Running totals of the plan's own period: the latest of each reporter, then added. */
export function investmentDoneSeries(ledger: Ledger, project: string): DoneSeries {
  const reports = factsAbout(ledger, 'projectObservations', project)
  if (reports.length === 0) return NONE
  const headers = headerSteps(ledger)
  return madeFrom(MADE, ledger, [reports, headers], () => newSeries(reports, headers))
}

const NOTHING: Combination = { accumulation: 'CUMULATIVE', startDay: 0, form: formOfAll([]) }

const NONE: DoneSeries = { scale: 0, epochs: epochsOf([], () => observedSeries([], NOTHING)) }

function newSeries(
  reports: readonly StandingFact<Observation>[],
  headers: readonly DefinitionStep<'PLAN'>[],
): DoneSeries {
  const form = formOfAll(reports)
  const firstDay = headers[0]?.from ?? 0
  const epochs = epochsOf(epochDaysOf(reports), (day) => {
    const header = headers[stepIndex(headers, Math.max(day, firstDay))]?.value ?? null
    const startDay = planStart(header, firstDay)
    return observedSeries(factsInEpoch(reports, day), {
      accumulation: 'CUMULATIVE',
      startDay,
      form,
    })
  })
  return { scale: form.scale, epochs }
}

function planStart(header: PlanHeader | null, otherwise: DayNumber): DayNumber {
  return (header === null ? null : dayNumber(header.period.start)) ?? otherwise
}
