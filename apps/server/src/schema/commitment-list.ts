import type { Commitment, Project } from '@duban/domain'
import type { CommitmentOrderField, Comparable, Condition } from '@duban/storage'
import { conditionOf } from '../filtering/condition.ts'
import { type FieldValue, holds } from '../filtering/holds.ts'
import { type ConnectionOf, connectionOfList } from '../paging/connection.ts'
import { sortedBy } from '../paging/ordered-list.ts'
import type { PageArgs } from '../paging/page-request.ts'
import type { Limits } from '../settings/settings.ts'
import { assessmentOf } from './assessment-of.ts'
import { builder } from './builder.ts'
import {
  CommitmentFilter,
  type CommitmentFilterField,
  type CommitmentFilterInput,
  CommitmentOrder,
  commitmentFields,
} from './commitment-filter.ts'
import { orderOf } from './order.ts'
import type { PlanAt } from './plan-at.ts'

/** The arguments of a list of commitments beside its page. */
export const commitmentListArgs = builder.args((t) => ({
  filter: t.field({ type: CommitmentFilter, description: 'Which ones (筛选); all unless given.' }),
  orderBy: t.field({
    type: [CommitmentOrder],
    description: 'In which order (排序); the plan’s own unless given.',
  }),
}))

/** The same arguments as resolvers get them. */
export interface CommitmentListArgs extends PageArgs {
  readonly filter?: CommitmentFilterInput | null | undefined
  readonly orderBy?: Parameters<typeof orderOf<OrderField>>[0]
}

type OrderField = Exclude<CommitmentOrderField, 'commitment'>

/** The page of these commitments that the arguments ask for, each as the object `toNode` makes of it. */
export function commitmentList<Kind extends Commitment, Node extends { readonly of: Kind }>(
  at: PlanAt,
  commitments: readonly Kind[],
  toNode: (commitment: Kind) => Node,
  args: CommitmentListArgs,
  limits: Limits,
): ConnectionOf<Node> {
  const found = commitmentsThatFit(at, commitments, conditionOf(args.filter, commitmentFields))
  const list = sortedBy(
    found.map(toNode),
    orderOf(args.orderBy),
    ({ of }, field) => orderValue(at, of, field),
    ({ of }) => of.id,
  )
  return connectionOfList(list, args, limits)
}

/** Those of the commitments for which a condition holds. */
export function commitmentsThatFit<Kind extends Commitment>(
  at: PlanAt,
  commitments: readonly Kind[],
  condition: Condition<CommitmentFilterField> | undefined,
): readonly Kind[] {
  if (!condition) return commitments
  return commitments.filter((one) => holds(condition, (field) => fieldOf(at, one, field)))
}

/** A field of a commitment as orders compare it. */
export function orderValue(
  at: PlanAt,
  commitment: Commitment,
  field: OrderField,
): Comparable | null {
  const value = fieldOf(at, commitment, field)
  return typeof value === 'object' ? (value?.[0] ?? null) : value
}

/** A field of a commitment, as filters and orders compare it: the same as the storage keeps of it. */
function fieldOf(at: PlanAt, commitment: Commitment, field: CommitmentFilterField): FieldValue {
  switch (field) {
    case 'plan':
      return at.facts.code
    case 'district':
      return at.plan.district.code
    case 'year':
      return Number(at.plan.period.start.slice(0, 4))
    case 'synthetic':
      return at.plan.synthetic ?? false
    case 'title':
      return commitment.title.zh
    case 'status':
    case 'light':
      return assessmentOf(at, commitment.id)[field]
    case 'rule':
      return commitment.kind === 'OBLIGATION' ? commitment.definition.code : null
    case 'projectKind':
      return projectIn(at, commitment)?.kind ?? null
    case 'projectStage':
      return commitment.project === null ? null : (at.view.stage(commitment.project)?.stage ?? null)
    case 'severity':
      return commitment.kind === 'OBLIGATION' ? commitment.definition.severity : null
    case 'modality':
      return commitment.definition.modality ?? null
    case 'unit':
      return commitment.responsible.filter(({ role }) => role === 'LEAD').map(({ unit }) => unit)
    case 'anyUnit':
      return commitment.responsible.map(({ unit }) => unit)
    case 'code':
    case 'kind':
    case 'task':
    case 'plate':
    case 'project':
    case 'theme':
    case 'dueOn':
      return commitment[field]
  }
}

function projectIn(at: PlanAt, { project }: Commitment): Project | undefined {
  return project === null ? undefined : at.view.project(project)
}
