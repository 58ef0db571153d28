import { addDays, daysBetween, monthIndex, monthOfDay } from '../calendar/day-arithmetic.ts'
import { civilOfDay, dateOfDay, dayNumber, dayOfCivil } from '../calendar/day-number.ts'
import type { FieldType } from './fact-schema.ts'

/** A function that sources may call beside CEL's own. `call` gives null where there is no such value. */
export interface CelFunction {
  readonly name: string
  readonly params: readonly ('string' | 'int')[]
  readonly returns: Extract<FieldType, 'string' | 'int'>
  call(a: string, b: string | number): string | number | null
}

/** The same day of the month so many months later, or that month's last day; null for an invalid date or one out of range. */
export function addMonths(date: string, months: number): string | null {
  const day = dayNumber(date)
  if (day === null || !Number.isSafeInteger(months)) return null
  const civil = civilOfDay(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(index / 12)
  if (year < 1 || year > 9999) return null
  const first = dayOfCivil(year, index - year * 12 + 1, 1)
  return dateOfDay(Math.min(first + civil.day - 1, monthOfDay(first).last))
}

/** Calendar months from one date's month to another's: 1 from 30 June to 1 July, negative backwards; null for an invalid date. */
export function monthsBetween(from: string, to: string): number | null {
  const start = monthIndex(from)
  const end = monthIndex(to)
  return start === null || end === null ? null : end - start
}

function onDateAndNumber(
  reckon: (date: string, count: number) => string | null,
): CelFunction['call'] {
  return (date, count) => (typeof count === 'number' ? reckon(date, count) : null)
}

function onDates(reckon: (from: string, to: string) => number | null): CelFunction['call'] {
  return (from, to) => (typeof to === 'string' ? reckon(from, to) : null)
}

/** `addDays(date, n)`, `addMonths(date, n)`, `daysBetween(from, to)` and `monthsBetween(from, to)`. */
export const CEL_FUNCTIONS: readonly CelFunction[] = [
  {
    name: 'addDays',
    params: ['string', 'int'],
    returns: 'string',
    call: onDateAndNumber(addDays),
  },
  {
    name: 'addMonths',
    params: ['string', 'int'],
    returns: 'string',
    call: onDateAndNumber(addMonths),
  },
  {
    name: 'daysBetween',
    params: ['string', 'string'],
    returns: 'int',
    call: onDates(daysBetween),
  },
  {
    name: 'monthsBetween',
    params: ['string', 'string'],
    returns: 'int',
    call: onDates(monthsBetween),
  },
]
