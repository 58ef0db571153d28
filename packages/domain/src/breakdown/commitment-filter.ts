import { type Countable, type Dimension, type DimensionValue, valuesOf } from './dimension.ts'

/** For each dimension named, the values that pass; all of the dimensions must. Null passes what has no value. */
export type CommitmentFilter = Readonly<Partial<Record<Dimension, readonly DimensionValue[]>>>

/** Whether a commitment passes a filter. */
export function passes(filter: CommitmentFilter, it: Countable): boolean {
  return dimensionsOf(filter).every((dimension) => {
    const wanted = filter[dimension]
    return wanted === undefined || valuesOf(dimension, it).some((value) => wanted.includes(value))
  })
}

function dimensionsOf(filter: CommitmentFilter): readonly Dimension[] {
  // Object.keys widens to string; the type of the filter allows no other key.
  return Object.keys(filter) as Dimension[]
}

/** A filter with one more dimension held to one value. */
export function narrowed(
  filter: CommitmentFilter,
  dimension: Dimension,
  value: DimensionValue,
): CommitmentFilter {
  return { ...filter, [dimension]: [value] }
}
