import { addExact, type Exact, parseExact, printExact } from '@duban/domain'
import type Database from 'better-sqlite3'

/** Gives SQLite `exact_sum(text)`: the exact sum of decimals as text, null of none, as PostgreSQL's `sum(numeric)`. */
export function addExactSum(driver: Database.Database): void {
  driver.aggregate<Exact | null>('exact_sum', {
    start: null,
    step: (sum, text) => {
      const value = typeof text === 'string' ? parseExact(text) : null
      if (value === null) return sum
      return sum === null ? value : addExact(sum, value)
    },
    result: (sum) => (sum === null ? null : printExact(sum)),
    deterministic: true,
  })
}
