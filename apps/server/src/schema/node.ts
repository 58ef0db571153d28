import type { ObjectRef } from '@pothos/core'
import { type BuilderTypes, builder } from './builder.ts'
import { writeNodeId } from './node-id.ts'
import type { PlanAt } from './plan-at.ts'
import { ViewRef } from './view.ts'
import { isDefaultChoice } from './view-choice.ts'

/** What every object of a plan in the graph is: it knows its GraphQL type and the plan it is seen in. */
export interface PlanObject {
  readonly __typename: string
  readonly at: PlanAt
}

/** Anything that stands in a view and can tell which. */
export const InViewRef = builder.interfaceRef<PlanObject>('InView').implement({
  description: 'What is seen in a view (视图) and can tell which.',
  fields: (t) => ({
    view: t.field({
      type: ViewRef,
      description: 'The view it is seen in (视图); the root of the query chose it.',
      resolve: ({ at: { asOf, knownAt, choice } }) => ({
        asOf,
        knownAt,
        followsClock: choice.knownAt === null,
        includeSubmitted: choice.includeSubmitted,
        isDefault: isDefaultChoice(choice),
        isHypothetical: choice.hypothesis !== null,
      }),
    }),
  }),
})

/** Finds the object with a key in a plan; null where there is none in that view. */
export type FindNode = (at: PlanAt, key: string) => { readonly __typename: string } | null

const finders = new Map<string, FindNode>()

/** Lets `node` find the objects of a type. */
export function registerNode(typename: string, find: FindNode): void {
  finders.set(typename, find)
}

/** Finds what belongs to no plan by its key; null where there is none. */
export type FindShared = (key: string) => { readonly __typename: string } | null

const sharedFinders = new Map<string, FindShared>()

/** Lets `node` find the objects of a type that belong to no plan. */
export function registerShared(typename: string, find: FindShared): void {
  sharedFinders.set(typename, find)
}

/** The finder of a type's objects that belong to no plan, if there are any. */
export function sharedFinderOf(typename: string): FindShared | undefined {
  return sharedFinders.get(typename)
}

/** The finder of a type's objects, if objects of that type have global ids. */
export function finderOf(typename: string): FindNode | undefined {
  return finders.get(typename)
}

/** Declares an object type of plans that has a global id: its `id`, its `view`, and how `node` finds it again. */
export function nodeType<Shape extends PlanObject>(
  ref: ObjectRef<BuilderTypes, Shape>,
  options: {
    readonly description: string
    readonly keyOf: (object: Shape) => string
    readonly find: (at: PlanAt, key: string) => Shape | null
  },
): void {
  registerNode(ref.name, options.find)
  builder.objectType(ref, {
    description: options.description,
    interfaces: [builder.nodeInterfaceRef(), InViewRef],
    fields: (t) => ({
      id: t.id({
        description: idDescription,
        resolve: (object) => nodeIdOf(object, options.keyOf(object)),
      }),
    }),
  })
}

export const idDescription =
  'The global id (全局标识). An object in a view other than the default has an id of its own, which carries the view.'

/** The global id of an object of a plan. */
export function nodeIdOf(object: PlanObject, key: string): string {
  const { __typename: typename, at } = object
  return writeNodeId({ typename, plan: at.facts.code, key, choice: at.choice })
}
