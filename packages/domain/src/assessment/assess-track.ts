import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import type { CommitmentKind } from '../commitment/commitment.ts'
import type { Track } from '../commitment/track.ts'
import { clampedShare } from '../indicator/figures.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { textIn } from '../indicator/whole-number.ts'
import type { Light } from '../policy/policy.ts'
import type { PolicyInForce } from '../policy/policy-at.ts'
import { policyNeeds } from '../policy/policy-needs.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Ledger } from '../view/ledger.ts'
import type { Assessment, Pace, PolicyTrace, Reason, Status } from './assessment.ts'
import { figureReasons } from './figure-reasons.ts'
import { textOfGap, textOfShare } from './figure-texts.ts'
import { type Judged, judgeOn } from './judge.ts'
import { policyFactsOf } from './policy-facts.ts'
import { statusReasons } from './status-reasons.ts'

/** Where and when commitments are assessed: one for all of a view. */
export interface Assessing {
  readonly ledger: Ledger
  readonly day: DayNumber
  readonly policy: PolicyInForce
}

/** Assesses a commitment in the view of a day under a policy; undefined where it is not in that view. */
export function assessTrack(on: Assessing, track: Track): Assessment | undefined {
  const judged = judgeOn(track, on.day)
  return judged === undefined ? undefined : new AssessmentOnDay(on, track, judged)
}

/** The light that a policy gives, and the condition that fired. */
export function lightOf(
  ledger: Ledger,
  judged: Judged,
  { compiled }: PolicyInForce,
): { readonly light: Light; readonly condition: string } {
  return compiled.lightOf(policyFactsOf(ledger, judged, policyNeeds(compiled)))
}

/**
 * An Assessment whose texts are made when asked for: whole plans are assessed for their lights alone. It keeps little,
 * for there is one for every commitment of every view.
 */
class AssessmentOnDay implements Assessment {
  readonly #on: Assessing
  readonly #track: Track
  #told: Told | undefined
  readonly status: Status
  readonly daysLate: number | null
  readonly monthsLate: number
  readonly daysToDue: number | null
  readonly pace: Pace
  readonly light: Light

  constructor(on: Assessing, track: Track, judged: Judged) {
    const { evaluation, figures } = judged
    this.#on = on
    this.#track = track
    this.#told = undefined
    this.status = evaluation.status
    this.daysLate = evaluation.daysLate
    this.monthsLate = evaluation.monthsLate
    this.daysToDue = evaluation.daysToDue
    this.pace = figures === null ? 'UNKNOWN' : figures.pace
    this.light = lightOf(on.ledger, judged, on.policy).light
  }

  /** Judged again when a text is asked for: keeping what was found for every commitment costs more. */
  get #asked(): Told {
    this.#told ??= { judged: judgeOn(this.#track, this.#on.day) }
    return this.#told
  }

  get #judged(): Judged | undefined {
    return this.#asked.judged
  }

  get commitment(): string {
    return this.#track.id
  }

  get kind(): CommitmentKind {
    return this.#track.kind
  }

  get metOn(): IsoDate | null {
    const metOn = this.#judged?.evaluation.metOn ?? null
    return metOn === null ? null : dateOfDay(metOn)
  }

  get actual(): Decimal | null {
    const state = this.#judged?.evaluation.state
    return state === undefined ? null : textIn(state.n, state.over, this.#track.scale)
  }

  get target(): Decimal | null {
    const terms = this.#judged?.evaluation.terms
    if (terms === undefined || !isIndicatorTerms(terms)) return null
    return textIn(terms.target, 1, this.#track.scale)
  }

  get achieved(): Decimal | null {
    return textOfShare(this.#judged?.figures?.achieved ?? null)
  }

  get achievedClamped(): Decimal | null {
    const achieved = this.#judged?.figures?.achieved ?? null
    return achieved === null ? null : textOfShare(clampedShare(achieved))
  }

  get expected(): Decimal | null {
    return textOfShare(this.#judged?.figures?.expected ?? null)
  }

  get gapPoints(): Decimal | null {
    const { figures = null, evaluation } = this.#judged ?? {}
    const terms = evaluation?.terms
    if (figures === null || terms === undefined || !isIndicatorTerms(terms)) return null
    return textOfGap(figures, terms.ceiling)
  }

  get policy(): PolicyTrace {
    this.#asked.policy ??= this.#trace()
    return this.#asked.policy
  }

  get reasons(): readonly Reason[] {
    const { judged } = this.#asked
    if (judged === undefined) return []
    this.#asked.reasons ??= this.#explain(judged)
    return this.#asked.reasons
  }

  #trace(): PolicyTrace {
    const { ledger, policy } = this.#on
    const { code, version } = policy.compiled.policy
    const { judged } = this.#asked
    const condition = judged === undefined ? '' : lightOf(ledger, judged, policy).condition
    return { code, version, condition }
  }

  #explain(judged: Judged): readonly Reason[] {
    const { ledger, policy } = this.#on
    return [
      ...statusReasons(ledger, judged),
      ...figureReasons(ledger, judged),
      ...lightReasons(this.light, this.policy, policy),
    ]
  }

  /** The same as a plain object, for whoever spreads or prints it. */
  toJSON(): Assessment {
    return plainAssessment(this)
  }
}

/** What has been found since texts were asked for. */
interface Told {
  readonly judged: Judged | undefined
  policy?: PolicyTrace
  reasons?: readonly Reason[]
}

function lightReasons(light: Light, trace: PolicyTrace, policy: PolicyInForce): readonly Reason[] {
  const { code, version, condition } = trace
  const lit: Reason =
    condition === ''
      ? { code: 'NO_CONDITION', params: { light, policy: code, version }, facts: [] }
      : { code: 'LIGHT', params: { light, policy: code, version, condition }, facts: [] }
  const { instead } = policy
  return instead === null
    ? [lit]
    : [lit, { code: instead.code, params: { policy: instead.policy }, facts: [] }]
}

const FIELDS: readonly (keyof Assessment)[] = [
  'commitment',
  'kind',
  'status',
  'metOn',
  'daysLate',
  'monthsLate',
  'daysToDue',
  'actual',
  'target',
  'achieved',
  'achievedClamped',
  'expected',
  'gapPoints',
  'pace',
  'light',
  'policy',
  'reasons',
]

/** An Assessment as a plain object with all its fields, for equality, spreading and JSON. */
export function plainAssessment(assessment: Assessment): Assessment {
  // Object.fromEntries forgets which keys it was given; they are all the fields.
  return Object.fromEntries(
    FIELDS.map((field) => [field, assessment[field]]),
  ) as unknown as Assessment
}
