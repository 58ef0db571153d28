import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { Observation } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import { observedSeries, type Series } from '../indicator/series.ts'
import { formOfAll } from '../indicator/whole.ts'
import { headerAt, headerSteps } from '../plan/definition-steps.ts'
import type { PlanHeader } from '../plan/plan.ts'
import { type Epochs, epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'

/** What has been invested in a project, in its own unit, as the views of different days see it. */
export interface DoneSeries {
  readonly scale: number
  readonly epochs: Epochs<Series>
}

const KEPT: KeepKey<Map<string, DoneSeries>> = { name: 'investment done' }

/** Running totals of the plan's own period: the latest of each reporter, then added. */
export function investmentDoneSeries(ledger: Ledger, project: string): DoneSeries {
  const kept = keptIn(ledger, KEPT, () => new Map())
  let done = kept.get(project)
  if (done === undefined) {
    done = newSeries(ledger, project)
    kept.set(project, done)
  }
  return done
}

/** Series by the list of reports they are made from: what one report adds to a plan leaves the other lists alone. */
const doneByReports = new WeakMap<
  readonly StandingFact<Observation>[],
  { readonly startDay: DayNumber; readonly done: DoneSeries }
>()

function newSeries(ledger: Ledger, project: string): DoneSeries {
  const reports = factsAbout(ledger, 'projectObservations', project)
  const startDays = planStarts(ledger)
  const [startDay = 0] = startDays
  const known = doneByReports.get(reports)
  const sameStart = startDays.length === 1 && reports.length > 0
  if (sameStart && known?.startDay === startDay) return known.done
  const form = formOfAll(reports)
  const firstDay = headerSteps(ledger)[0]?.from ?? 0
  const epochs = epochsOf(epochDaysOf(reports), (day) =>
    observedSeries(factsInEpoch(reports, day), {
      accumulation: 'CUMULATIVE',
      startDay: sameStart
        ? startDay
        : planStart(headerAt(ledger, Math.max(day, firstDay)), firstDay),
      form,
    }),
  )
  const done = { scale: form.scale, epochs }
  if (sameStart) doneByReports.set(reports, { startDay, done })
  return done
}

/** The first days that the plan's period has had. */
function planStarts(ledger: Ledger): readonly DayNumber[] {
  const steps = headerSteps(ledger)
  const [first] = steps
  return [...new Set(steps.map(({ value }) => planStart(value, first?.from ?? 0)))]
}

function planStart(header: PlanHeader | null, otherwise: DayNumber): DayNumber {
  return (header === null ? null : dayNumber(header.period.start)) ?? otherwise
}
