import type { Commitment } from '@duban/domain'
import type { Comparable } from '@duban/storage'
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
  readonly orderBy?: Parameters<typeof orderOf<keyof OrderFields>>[0]
}

type OrderFields = Record<
  Exclude<CommitmentFilterField, 'anyUnit' | 'synthetic' | 'title'>,
  unknown
>

/** The page of these commitments that the arguments ask for, each as the object `toNode` makes of it. */
export function commitmentList<Kind extends Commitment, Node extends { readonly of: Kind }>(
  at: PlanAt,
  commitments: readonly Kind[],
  toNode: (commitment: Kind) => Node,
  args: CommitmentListArgs,
  limits: Limits,
): ConnectionOf<Node> {
  const condition = conditionOf(args.filter, commitmentFields)
  const found = condition
    ? commitments.filter((one) => holds(condition, (field) => fieldOf(at, one, field)))
    : commitments
  const list = sortedBy(
    found.map(toNode),
    orderOf(args.orderBy),
    ({ of }, field) => oneValue(fieldOf(at, of, field)),
    ({ of }) => of.id,
  )
  return connectionOfList(list, args, limits)
}

function oneValue(value: FieldValue): Comparable | null {
  return typeof value === 'object' ? null : value
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
    case 'severity':
      return commitment.kind === 'OBLIGATION' ? commitment.definition.severity : null
    case 'modality':
      return commitment.definition.modality ?? null
    case 'unit':
      return commitment.responsible.find(({ role }) => role === 'LEAD')?.unit ?? null
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
