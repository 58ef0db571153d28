import { isDate, parseInstant } from '@duban/domain'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { loadPlanAt } from './load-plan.ts'
import { finderOf, sharedFinderOf } from './node.ts'
import { readNodeId } from './node-id.ts'

builder.queryType({
  description:
    'The questions that can be asked (查询). A root field chooses the view (asOf, knownAt), which holds for everything below it.',
  authScopes: { read: true },
})

/** The object with a global id, in the view that the id carries; null where there is none. */
async function loadNode(
  id: string,
  context: Context,
): Promise<{ readonly __typename: string } | null> {
  const read = readNodeId(id)
  if (read === null) return null
  const { typename, plan, key, choice } = read
  if (plan === null) return sharedFinderOf(typename)?.(key) ?? null
  if (choice.asOf !== null && !isDate(choice.asOf)) return null
  if (choice.knownAt !== null && parseInstant(choice.knownAt) !== choice.knownAt) return null
  if (choice.knownAt !== null && choice.knownAt > context.now) return null
  // Hypothetical facts are kept nowhere.
  if (choice.hypothesis !== null) return null
  const find = finderOf(typename)
  if (!find) return null
  const at = await loadPlanAt(context, plan, choice)
  return at && find(at, key)
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'A global id (全局标识).' }) },
    description:
      'The object with a global id, in the view the id carries (按标识取对象); null where there is none.',
    resolve: (_root, { id }, context) => loadNode(id, context),
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    args: {
      ids: t.arg.idList({ required: true, description: 'Global ids (全局标识).' }),
    },
    description: 'The objects with these global ids, in the same order (按标识取多个对象).',
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_root, { ids }, context) => Promise.all(ids.map((id) => loadNode(id, context))),
  }),
}))
