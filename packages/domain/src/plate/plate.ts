import type { Locator } from '../document/locator.ts'
import type { Text } from '../text/text.ts'

/** One aim of a Plate, in the plan's own short words. */
export interface PlateGoal {
  readonly text: Text
  readonly locators: readonly Locator[]
}

/** A development zone that gathers projects (板块). */
export interface Plate {
  readonly code: string
  readonly name: Text
  readonly goals: readonly PlateGoal[]
  readonly locators: readonly Locator[]
}
