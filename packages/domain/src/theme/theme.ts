import type { Locator } from '../document/locator.ts'
import type { Text } from '../text/text.ts'

/** A lasting aim that commitments serve (路径 / 主题). */
export interface Theme {
  readonly code: string
  readonly title: Text
  readonly locators: readonly Locator[]
}
