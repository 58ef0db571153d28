import type { Instant, IsoDate, Text } from '@duban/domain'
import type { Condition, OrderBy, PageArguments } from './page.ts'

/** What is kept of a plan for lists and filters; the rest is in its facts. */
export interface PlanRow {
  readonly code: string
  /** Number of commits so far. */
  readonly revision: number
  readonly title: Text
  readonly district: string
  readonly districtName: Text
  /** The year its period starts in. */
  readonly year: number
  readonly periodStart: IsoDate
  readonly periodEnd: IsoDate
  readonly timeZone: string
  readonly synthetic: boolean
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export type PlanField =
  | 'code'
  | 'title'
  | 'district'
  | 'year'
  | 'periodStart'
  | 'periodEnd'
  | 'synthetic'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'

/** A page of plans. Ties are broken by code, so the order is total. */
export interface PlanQuery {
  readonly where?: Condition<PlanField>
  readonly orderBy?: readonly OrderBy<PlanField>[]
  readonly page: PageArguments
}
