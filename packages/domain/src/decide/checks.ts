import { type IsoDate, isDate } from '../calendar/date.ts'
import { addDays } from '../calendar/day-arithmetic.ts'
import type { Fact, FactType } from '../fact/fact.ts'
import type { PlanHeader } from '../plan/plan.ts'
import { madeOnce } from '../view/lazy.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Situation } from './situation.ts'

/** Characters that a reason, a note or a piece of evidence may have. */
const TEXT_LIMIT = 4000

/** How far before the plan's first day a value may lie: the year before is compared with, and its base year. */
const DAYS_BEFORE_PLAN = 2 * 366
/** How far past its last day a due date or a change may lie. */
const DAYS_AFTER_PLAN = 20 * 366

export function checkText(path: string, text: string | undefined): readonly Refusal[] {
  if (text === undefined || text.length <= TEXT_LIMIT) return NONE
  return [refuse('TEXT_TOO_LONG', path, { limit: TEXT_LIMIT, length: text.length })]
}

/** Of the thousands of facts of a batch most are in order, and share it. */
export const NONE: readonly Refusal[] = []

/** A reason that says something. */
export function checkReason(path: string, reason: string | undefined): readonly Refusal[] {
  if (reason === undefined || reason.trim() === '') return [refuse('REASON_REQUIRED', path, {})]
  return checkText(path, reason)
}

/** A date on which something has happened: not before the plan's surroundings, not after today, not closed. */
export function checkPastDate(
  situation: Situation,
  path: string,
  date: IsoDate,
): readonly Refusal[] {
  const problems = checkDate(situation, path, date)
  if (problems.length > 0) return problems
  const { today, known } = situation
  if (date > today) return [refuse('DATE_IN_FUTURE', path, { date, today })]
  const through = known.closedThrough(date)
  return through === null ? NONE : [refuse('PERIOD_CLOSED', path, { date, through })]
}

/** A date from which something is in force: it may lie ahead, but not in a closed period. */
export function checkForceDate(
  situation: Situation,
  path: string,
  date: IsoDate,
): readonly Refusal[] {
  const problems = checkDate(situation, path, date)
  if (problems.length > 0) return problems
  const through = situation.known.closedThrough(date)
  return through === null ? NONE : [refuse('PERIOD_CLOSED', path, { date, through })]
}

/** A date that exists and lies within sight of the plan's period. */
export function checkDate(situation: Situation, path: string, date: IsoDate): readonly Refusal[] {
  if (!isDate(date)) return [refuse('INVALID_DATE', path, { value: date })]
  const { earliest, latest } = sightOf(situation)
  if (earliest !== null && date < earliest) {
    return [refuse('DATE_TOO_EARLY', path, { date, earliest })]
  }
  return latest !== null && date > latest ? [refuse('DATE_TOO_LATE', path, { date, latest })] : NONE
}

interface Sight {
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
}

const sights = new WeakMap<PlanHeader, Sight>()

/** The days a plan's facts may lie on, found once for as long as the plan says the same of itself. */
function sightOf({ header }: Situation): Sight {
  const { start, end } = header.period
  return madeOnce(sights, header, () => ({
    earliest: addDays(start, -DAYS_BEFORE_PLAN),
    latest: addDays(end, DAYS_AFTER_PLAN),
  }))
}

/** How many facts a batch may hold. */
export function checkBatch(situation: Situation, path: string, size: number): Refusal[] {
  const limit = situation.context.batchLimit ?? 5000
  if (size === 0) return [refuse('BATCH_EMPTY', path, {})]
  return size > limit ? [refuse('BATCH_TOO_LARGE', path, { limit, size })] : []
}

/** The standing fact of a type by its id, or why there is none. */
export function findFact<T extends FactType>(
  situation: Situation,
  path: string,
  id: string,
  type: T,
): Extract<Fact, { readonly type: T }> | Refusal {
  const fact = situation.known.fact(id)
  if (fact === undefined) return refuse('UNKNOWN_FACT', path, { id })
  if (!isOfType(fact, type)) {
    return refuse('OTHER_TYPE', path, { id, expected: type, actual: fact.type })
  }
  const by = situation.known.supersededBy(id)
  return by === undefined ? fact : refuse('SUPERSEDED', path, { fact: id, by })
}

function isOfType<T extends FactType>(
  fact: Fact,
  type: T,
): fact is Extract<Fact, { readonly type: T }> {
  return fact.type === type
}

/** Tells a Refusal from what was looked for: facts have a type, refusals have none. */
export function isRefusal(found: Refusal | Fact): found is Refusal {
  return !('type' in found)
}
