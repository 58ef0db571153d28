import type { Modality } from '../commitment/modality.ts'
import type { Locator } from '../document/locator.ts'
import type { Text } from '../text/text.ts'

/** A concrete thing a task does, quantified or not (举措). */
export interface Action {
  readonly code: string
  readonly title: Text
  readonly modality?: Modality
  /** Codes of the Mechanisms it works by. */
  readonly mechanisms?: readonly string[]
  readonly locators: readonly Locator[]
}

/** A named way of working or programme that a task prescribes (机制), for example 一领四单. */
export interface Mechanism {
  readonly code: string
  readonly name: Text
  readonly description?: Text
  readonly locators: readonly Locator[]
}

/** A numbered area of work (重点工作). Tasks nest through `parent`. */
export interface Task {
  readonly code: string
  readonly number: number
  readonly title: Text
  /** Code of the parent Task. */
  readonly parent?: string
  /** Code of the Theme it serves. */
  readonly theme?: string
  readonly actions: readonly Action[]
  readonly mechanisms: readonly Mechanism[]
  readonly locators: readonly Locator[]
}
