import type { IsoDate } from '../calendar/date.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Text } from '../text/text.ts'

/** GREEN 绿, BLUE 蓝, YELLOW 黄, RED 红, GREY 灰. */
export type Light = 'GREEN' | 'BLUE' | 'YELLOW' | 'RED' | 'GREY'

/** One line of a Policy: this light, when this CEL condition over the assessment's facts holds. */
export interface LightCondition {
  readonly light: Light
  readonly when: string
  /** True where the published source leaves it open and it is decided here. */
  readonly openInSource?: boolean
}

/** One line of a Policy's scoring: points, fixed or by a CEL expression, when the condition holds. */
export interface ScoreCondition {
  readonly code: string
  readonly title: Text
  readonly when: string
  readonly points: Decimal | { readonly cel: string }
}

/** Published, versioned data: how lights are lit and points are scored (办法). The first light that holds wins. */
export interface Policy {
  readonly code: string
  readonly version: string
  readonly title: Text
  readonly source?: Text
  readonly validFrom?: IsoDate
  readonly validTo?: IsoDate
  readonly lights: readonly LightCondition[]
  readonly scores?: readonly ScoreCondition[]
}
