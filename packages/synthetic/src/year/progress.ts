import type { DayNumber } from '@duban/domain'
import { WHOLE } from '../amount/share.ts'
import { dateOf, dayOf } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'

/** How far something has come on a day, in millionths of what was promised; it never falls. */
export type Progress = (day: DayNumber) => number

/** Nothing goes further than this, however long it takes. */
const MOST = 1_120_000

/** A way of getting on over the days from first to last: steady, slow, late, early or stuck. */
export function makeProgress(random: Random, first: DayNumber, last: DayNumber): Progress {
  const elapsed = (day: DayNumber): number =>
    day < first ? 0 : Math.floor(((day - first + 1) * WHOLE) / (last - first + 1))
  const part = (shape: (elapsed: number) => number, pace: number): Progress => {
    return (day) => Math.min(MOST, Math.floor((shape(elapsed(day)) / WHOLE) * pace))
  }
  const roll = random.int(0, 99)
  if (roll < 50) return part((share) => share, random.int(985_000, 1_100_000))
  if (roll < 65) return part((share) => share, random.int(620_000, 950_000))
  if (roll < 80) return part((share) => (share / WHOLE) * share, random.int(985_000, 1_050_000))
  if (roll < 92) return part(early, random.int(985_000, 1_080_000))
  const stuckAt = random.int(250_000, 650_000)
  return part((share) => Math.min(share, stuckAt), WHOLE)
}

function early(share: number): number {
  return share >= WHOLE ? WHOLE : ((2 * WHOLE - share) / WHOLE) * share
}

/** Thousandths of a year's investment that a month brings: little in winter, least around the New Year festival. */
const INVESTMENT_BY_MONTH = [25, 15, 70, 105, 115, 125, 105, 100, 115, 110, 75, 40]

/** Investment since the start of a year through a day, in millionths of a usual year's. */
export function investedThrough(day: DayNumber): number {
  const date = dateOf(day)
  const month = Number(date.slice(5, 7))
  const first = dayOf(`${date.slice(0, 8)}01`)
  const next = dayOf(
    dateOf(first + 31)
      .slice(0, 8)
      .concat('01'),
  )
  const before = INVESTMENT_BY_MONTH.slice(0, month - 1).reduce((sum, part) => sum + part, 0)
  const current = INVESTMENT_BY_MONTH[month - 1] ?? 0
  return before * 1000 + Math.floor((current * 1000 * (day - first + 1)) / (next - first))
}
