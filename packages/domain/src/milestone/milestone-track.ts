import { definedFrom, statedDue } from '../commitment/defined.ts'
import { epochOf, type Points, placeOf } from '../commitment/epoch-of.ts'
import type { Terms } from '../commitment/terms.ts'
import { termsOf, termsSources } from '../commitment/terms.ts'
import type { Epoch, Track } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import type { SettledList } from '../fact/settled.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL, type Epochs, epochsOf } from '../view/epochs.ts'
import { type Ledger, type MadeTrack, settledAbout } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import {
  type EventRecords,
  type EventSource,
  type EventStep,
  eventEpochDays,
  eventSteps,
  followsStages,
  recordsOf,
  subjectKey,
} from './event-steps.ts'
import type { Milestone } from './milestone.ts'

type MilestoneTrack = Track<Terms<Milestone>>

const MADE: Made<MilestoneTrack | undefined> = new WeakMap()

/** The track of a milestone; undefined where it is in no view. */
export function milestoneTrack(ledger: Ledger, code: string): MadeTrack {
  const steps = definitionSteps(ledger, 'MILESTONE', code)
  const definition = steps.findLast(({ value }) => value !== null)?.value ?? null
  const id = `milestone/${code}`
  const promised = termsSources(ledger, id)
  if (definition === null) return { track: undefined, promised, recorded: [], since: NEVER }
  const from = eventSources(ledger, definition)
  const records = from.map((source) => recordsOf(ledger, source))
  const sources = records.flatMap((each) => [each.records, each.stages])
  const track = madeFrom(MADE, ledger, [steps, ...promised, ...sources], () => {
    const terms = termsOf(ledger, {
      commitment: id,
      defined: definedFrom(steps),
      statedDue: statedDue(steps),
      furtherDays: [],
    })
    return terms.length === 0
      ? undefined
      : { id, kind: 'MILESTONE' as const, terms, scale: 0, epochs: milestoneEpochs(records, terms) }
  })
  const recorded = from.flatMap((each) => recordedOf(ledger, each))
  // A stage that a later definition gives comes among those that are recorded.
  const isTold = from.every(({ subject: { kind, code } }) => {
    return definitionSteps(ledger, kind, code).length <= 1
  })
  return { track, promised, recorded, since: isTold ? BEFORE_ALL : NEVER }
}

/** What tells of an event. */
function recordedOf(ledger: Ledger, { subject, event }: EventSource): readonly SettledList[] {
  const records = settledAbout(ledger, 'records', subjectKey(subject))
  return followsStages(subject, event)
    ? [...records, ...settledAbout(ledger, 'stages', subject.code)]
    : records
}

function milestoneEpochs(
  records: readonly EventRecords[],
  terms: readonly Terms<Milestone>[],
): Epochs<Epoch> {
  return epochsOf(eventEpochDays(records), (day) => {
    const steps = eventSteps(records, day)
    const points = new EventPoints(steps)
    return epochOf(points, terms, {
      evidence: (on) => {
        const step = steps[placeOf(points.days, on)]
        return step === undefined ? [] : [step.fact]
      },
    })
  })
}

/** What tells that a milestone is met: its event, and records of the milestone itself. */
export function eventSources(ledger: Ledger, milestone: Milestone): readonly EventSource[] {
  const own: EventSource = { subject: { kind: 'MILESTONE', code: milestone.code }, event: 'met' }
  if (milestone.event === undefined) return [own]
  const subject = milestone.subject ?? { kind: 'PLAN', code: ledger.index.source.code }
  return [{ subject, event: milestone.event }, own]
}

/** Events as points; no record means not yet. A class, for there is one for every milestone. */
class EventPoints implements Points<Terms<Milestone>> {
  readonly days: readonly number[]
  readonly #happened: readonly boolean[]

  constructor(steps: readonly EventStep[]) {
    this.days = steps.map(({ from }) => from)
    this.#happened = steps.map(({ happened }) => happened)
  }

  holds(point: number): boolean {
    return this.#happened[point] ?? false
  }

  n(): null {
    return null
  }

  over(): number {
    return 1
  }

  trouble(): null {
    return null
  }

  spanStart(): number {
    return 0
  }
}
