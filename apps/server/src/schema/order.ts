import type { OrderBy } from '@duban/storage'
import type { EnumRef } from '@pothos/core'
import { type BuilderTypes, builder } from './builder.ts'
import { OrderDirectionEnum } from './filters.ts'

/** The input of one step of an order: by which of these fields, and which way. */
export function orderInput<Field extends string>(
  name: string,
  fields: EnumRef<BuilderTypes, Field>,
  description: string,
) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      field: t.field({ type: fields, required: true, description: 'What to order by (字段).' }),
      direction: t.field({
        type: OrderDirectionEnum,
        required: true,
        defaultValue: 'ASC',
        description: 'Which way (方向).',
      }),
    }),
  })
}

/** Steps of an order as the storage and the lists in memory take them. */
export function orderOf<Field extends string>(
  steps:
    | readonly { readonly field: Field; readonly direction: 'ASC' | 'DESC' }[]
    | null
    | undefined,
): OrderBy<Field>[] {
  return (steps ?? []).map(({ field, direction }) => ({ field, descending: direction === 'DESC' }))
}
