import { dateOfDay, dayNumber, type IsoDate, monthOfDay } from '@duban/domain'

/** The last day of a month `YYYY-MM`; its 28th where that is no month. */
export function monthEnd(month: string): IsoDate {
  const first = dayNumber(`${month}-01`)
  return (first === null ? null : dateOfDay(monthOfDay(first).last)) ?? `${month}-28`
}
