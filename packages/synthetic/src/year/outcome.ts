import type { DayNumber } from '@duban/domain'
import type { Random } from '../random/random.ts'

/** Days into a plan's period before which nothing happens: it has only just been adopted. */
export const EARLIEST = 12

/** The day on which something due on a day comes true: in time mostly, late in some cases, never in a few. */
export function makeOutcome(random: Random, due: DayNumber): DayNumber | null {
  const roll = random.int(0, 99)
  if (roll < 72) return due - random.int(0, 25)
  return roll < 92 ? due + random.int(4, 80) : null
}
