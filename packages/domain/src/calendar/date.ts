/** A calendar date, ISO 8601 `YYYY-MM-DD`. */
export type IsoDate = string

/** An instant in UTC, RFC 3339 with milliseconds: `2020-07-01T00:00:00.000Z`. As text it sorts in time order. */
export type Instant = string

/** A stretch of days, both ends inclusive. */
export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}
