import type { Text } from '../text/text.ts'

/**
 * How far the source carries a value: STATED in so many words, INFERRED from what stands around it
 * (a year's plan is due at the year's end), INTERPRETED where the source leaves it open.
 */
export type Basis = 'STATED' | 'INFERRED' | 'INTERPRETED'

/** How one field of a definition was read from its source. A field without a Reading is STATED. */
export interface Reading {
  /** Name of the definition's field, for example `dueOn` or `target`. */
  readonly field: string
  readonly basis: Basis
  /** Why it is read so. */
  readonly note: Text
}
