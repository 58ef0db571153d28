import type { Instant, IsoDate, Plan, PlanFacts, PlanView } from '@duban/domain'
import type { ViewChoice } from './view-choice.ts'

/** A plan in the view its root chose. Every object below a root holds it, so no field below waits or chooses anew. */
export interface PlanAt {
  readonly facts: PlanFacts
  readonly choice: ViewChoice
  readonly asOf: IsoDate
  readonly knownAt: Instant
  readonly view: PlanView
  /** The definitions in view. */
  readonly plan: Plan
}

/** An object of a plan: its GraphQL type, the plan in its view, and what it is in the domain. */
export interface InPlan<Typename extends string, Of> {
  readonly __typename: Typename
  readonly at: PlanAt
  readonly of: Of
}

export function inPlan<Typename extends string, Of>(
  __typename: Typename,
  at: PlanAt,
  of: Of,
): InPlan<Typename, Of> {
  return { __typename, at, of }
}
