import { type CommitmentFilter, narrowed, passes } from './commitment-filter.ts'
import { type Countable, type Dimension, type DimensionValue, valuesOf } from './dimension.ts'
import { type Measure, type MeasureContext, type MeasureValues, measure } from './measure.ts'

/** One row of a breakdown. */
export interface BreakdownRow {
  /** The group's value of each dimension asked for. */
  readonly key: Readonly<Partial<Record<Dimension, DimensionValue>>>
  /** Finds exactly the commitments of this row again. */
  readonly filter: CommitmentFilter
  readonly values: MeasureValues
}

/** Groups the commitments that pass, and measures each group; rows in the order of their keys, null last. */
export function groupAndMeasure(
  all: readonly Countable[],
  by: readonly Dimension[],
  measures: readonly Measure[],
  context: MeasureContext,
  filter: CommitmentFilter = {},
): readonly BreakdownRow[] {
  const dimensions = [...new Set(by)]
  const groups = new Map<string, { key: readonly DimensionValue[]; members: Countable[] }>()
  for (const it of all) {
    if (!passes(filter, it)) continue
    for (const key of keysOf(dimensions, it, filter)) {
      const text = JSON.stringify(key)
      const group = groups.get(text)
      if (group === undefined) groups.set(text, { key, members: [it] })
      else group.members.push(it)
    }
  }
  return [...groups.values()]
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ key, members }) => ({
      key: Object.fromEntries(dimensions.map((dimension, at) => [dimension, key[at] ?? null])),
      filter: dimensions.reduce(
        (narrower, dimension, at) => narrowed(narrower, dimension, key[at] ?? null),
        filter,
      ),
      values: measure(members, measures, context),
    }))
}

/** Every combination of the commitment's values; those that the filter leaves out make no row of their own. */
function keysOf(
  dimensions: readonly Dimension[],
  it: Countable,
  filter: CommitmentFilter,
): readonly (readonly DimensionValue[])[] {
  return dimensions.reduce<readonly (readonly DimensionValue[])[]>(
    (keys, dimension) => {
      const wanted = filter[dimension]
      const values = valuesOf(dimension, it).filter((value) => wanted?.includes(value) ?? true)
      return keys.flatMap((key) => values.map((value) => [...key, value]))
    },
    [[]],
  )
}

function compareKeys(a: readonly DimensionValue[], b: readonly DimensionValue[]): number {
  for (let at = 0; at < a.length; at++) {
    const left = a[at] ?? null
    const right = b[at] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -1 : 1
  }
  return 0
}
