import type { InterfaceRef, ObjectRef } from '@pothos/core'
import { defaultPageSize, type PageArgs } from '../paging/page-request.ts'
import { type BuilderTypes, builder } from './builder.ts'

/** The connection type of a list of these objects, and its edge type. */
export function connectionType<Shape extends object>(
  ref: ObjectRef<BuilderTypes, Shape> | InterfaceRef<BuilderTypes, Shape>,
  zh: string,
) {
  return builder.connectionObject(
    {
      type: ref,
      name: `${ref.name}Connection`,
      description: `A page of a list of ${ref.name} objects (${zh}列表), with the count of the whole.`,
    },
    {
      name: `${ref.name}Edge`,
      description: `One ${ref.name} of a list (${zh}), with its cursor.`,
    },
  )
}

/** What a connection costs: its page size times what stands below it. */
export function pageCost(args: PageArgs): { field: number; multiplier: number } {
  return { field: 1, multiplier: args.first ?? args.last ?? defaultPageSize }
}

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are in all, whatever the page (总数).',
    resolve: (connection) => connection.count(),
  }),
)
