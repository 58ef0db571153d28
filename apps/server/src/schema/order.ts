import type { OrderBy } from '@duban/storage'

/** Steps of an order as the storage and the lists in memory take them. */
export function orderOf<Field extends string>(
  steps:
    | readonly { readonly field: Field; readonly direction: 'ASC' | 'DESC' }[]
    | null
    | undefined,
): OrderBy<Field>[] {
  return (steps ?? []).map(({ field, direction }) => ({ field, descending: direction === 'DESC' }))
}
