import type { Decimal } from './decimal.ts'
import { compareExact, parseExact, ZERO } from './exact.ts'
import type { MeasureUnit } from './measure-unit.ts'
import { addQuantities, type Quantity } from './quantity.ts'

/** Sums in one unit, in the order of the lists they are of. */
export interface SumsInUnit {
  readonly unit: MeasureUnit
  readonly values: readonly Decimal[]
}

/**
 * The exact sum of each list, all in one of some units: the largest in which every sum comes out. The order of the
 * units and of the quantities does not matter. Null without units, where these are of several dimensions, and where
 * no unit will do.
 */
export function sumQuantities(
  lists: readonly (readonly Quantity[])[],
  units: readonly MeasureUnit[],
): SumsInUnit | null {
  for (const unit of largestFirst(units)) {
    const values: Decimal[] = []
    for (const list of lists) {
      const sum = addQuantities(list, unit)
      if (!sum.ok) break
      values.push(sum.value)
    }
    if (values.length === lists.length) return { unit, values }
  }
  return null
}

/** Each unit once; none where they are of several dimensions. */
function largestFirst(units: readonly MeasureUnit[]): readonly MeasureUnit[] {
  const [first] = units
  if (first === undefined || units.some(({ dimension }) => dimension !== first.dimension)) return []
  const distinct = new Map(units.map((unit) => [`${unit.code} ${unit.factor}`, unit]))
  return [...distinct.values()].sort(
    (a, b) => compareExact(factorOf(b), factorOf(a)) || (a.code < b.code ? -1 : 1),
  )
}

function factorOf({ factor }: MeasureUnit) {
  return parseExact(factor) ?? ZERO
}
