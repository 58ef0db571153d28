import { dayNumber } from '../calendar/day-number.ts'
import { observedSeries, type Series } from '../indicator/series.ts'
import { formOfAll } from '../indicator/whole.ts'
import { headerAt, headerSteps } from '../plan/definition-steps.ts'
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

function newSeries(ledger: Ledger, project: string): DoneSeries {
  const reports = factsAbout(ledger, 'projectObservations', project)
  const form = formOfAll(reports)
  const firstDay = headerSteps(ledger)[0]?.from ?? 0
  const epochs = epochsOf(epochDaysOf(reports), (day) => {
    const header = headerAt(ledger, Math.max(day, firstDay))
    const startDay = (header === null ? null : dayNumber(header.period.start)) ?? firstDay
    return observedSeries(factsInEpoch(reports, day), {
      accumulation: 'CUMULATIVE',
      startDay,
      form,
    })
  })
  return { scale: form.scale, epochs }
}
