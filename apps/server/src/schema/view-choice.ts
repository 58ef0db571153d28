import type { Instant, IsoDate } from '@duban/domain'
import { refuse } from '../errors/refuse.ts'

/** The view a root field was asked for: what it does not name is null and follows the clock. */
export interface ViewChoice {
  readonly asOf: IsoDate | null
  readonly knownAt: Instant | null
  readonly includeSubmitted: boolean
  /** Names the hypothetical facts in view; null where there are none. */
  readonly hypothesis: string | null
}

export const defaultChoice: ViewChoice = {
  asOf: null,
  knownAt: null,
  includeSubmitted: false,
  hypothesis: null,
}

/** Whether it is the default view: today, as known now, with nothing supposed. */
export function isDefaultChoice(choice: ViewChoice): boolean {
  const { asOf, knownAt, includeSubmitted, hypothesis } = choice
  return asOf === null && knownAt === null && !includeSubmitted && hypothesis === null
}

/** The arguments as a choice; throws the refusal of a knownAt in the future. */
export function chooseView(
  args: {
    readonly asOf?: IsoDate | null | undefined
    readonly knownAt?: Instant | null | undefined
    readonly includeSubmitted: boolean
  },
  now: Instant,
): ViewChoice {
  const knownAt = args.knownAt ?? null
  if (knownAt !== null && knownAt > now) throw refuse('KNOWN_AT_IN_FUTURE', { value: knownAt, now })
  const { includeSubmitted } = args
  return { asOf: args.asOf ?? null, knownAt, includeSubmitted, hypothesis: null }
}
