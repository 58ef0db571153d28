import { definedFrom, statedDue } from '../commitment/defined.ts'
import { epochOf, type Points, placeOf } from '../commitment/epoch-of.ts'
import type { Terms } from '../commitment/terms.ts'
import { termsOf } from '../commitment/terms.ts'
import type { Epoch, Track } from '../commitment/track.ts'
import { epochsOf } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { type EventSource, type EventStep, eventEpochDays, eventSteps } from './event-steps.ts'
import type { Milestone } from './milestone.ts'

/** The track of a milestone; undefined where it is in no view. */
export function milestoneTrack(ledger: Ledger, code: string): Track<Terms<Milestone>> | undefined {
  const id = `milestone/${code}`
  const defined = definedFrom(ledger, 'MILESTONE', code)
  const definition = defined.at(-1)?.definition
  if (definition === undefined) return undefined
  const terms = termsOf(ledger, {
    commitment: id,
    defined,
    statedDue: statedDue(ledger, 'MILESTONE', code),
    furtherDays: [],
  })
  if (terms.length === 0) return undefined
  const sources = eventSources(ledger, definition)
  const epochs = epochsOf(eventEpochDays(ledger, sources), (day): Epoch => {
    const steps = eventSteps(ledger, sources, day)
    const points = pointsOf(steps)
    return epochOf(points, terms, {
      evidence: (on) => {
        const step = steps[placeOf(points.days, on)]
        return step === undefined ? [] : [step.fact]
      },
    })
  })
  return { id, kind: 'MILESTONE', terms, scale: 0, epochs }
}

/** What tells that a milestone is met: its event, and records of the milestone itself. */
export function eventSources(ledger: Ledger, milestone: Milestone): readonly EventSource[] {
  const own: EventSource = { subject: { kind: 'MILESTONE', code: milestone.code }, event: 'met' }
  if (milestone.event === undefined) return [own]
  const subject = milestone.subject ?? { kind: 'PLAN', code: ledger.index.source.code }
  return [{ subject, event: milestone.event }, own]
}

/** No record means not yet. */
function pointsOf(steps: readonly EventStep[]): Points<Terms<Milestone>> {
  return {
    days: steps.map(({ from }) => from),
    holds: (point) => steps[point]?.happened ?? false,
    n: () => null,
    over: () => 1,
    trouble: () => null,
    spanStart: () => 0,
  }
}
