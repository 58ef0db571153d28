import { conditionOf, type FilterInput } from '../filtering/condition.ts'
import { holds } from '../filtering/holds.ts'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { pageCost } from './connection.ts'
import type { Context } from './context.ts'
import { DocumentConnection, DocumentRef } from './document.ts'
import { StringFilter } from './filters.ts'
import { loadNamedPlans } from './past-commitments.ts'
import { inPlan, type PlanAt } from './plan-at.ts'
import { plansNamed } from './plans-named.ts'
import { UnitConnection, UnitRef } from './unit.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

// Units and documents are parts of plans: a list across plans is that of the plans named, or of all where they are few.

const fields = ['plan', 'code', 'name'] as const
type PartField = (typeof fields)[number]

const PartFilter = builder.inputRef<FilterInput<PartField>>('PartFilter')

PartFilter.implement({
  description: 'Which units or documents are asked for (筛选). All that is given must hold.',
  fields: (t) => ({
    and: t.field({ type: [PartFilter], description: 'All of these hold (且).' }),
    or: t.field({ type: [PartFilter], description: 'One of these holds (或).' }),
    not: t.field({ type: PartFilter, description: 'This does not hold (非).' }),
    plan: t.field({ type: StringFilter, description: 'Code of the plan (工作计划).' }),
    code: t.field({ type: StringFilter, description: 'Its code (代码).' }),
    name: t.field({ type: StringFilter, description: 'Its Chinese name or title (中文名称).' }),
  }),
})

const listArgs = builder.args((t) => ({
  filter: t.field({ type: PartFilter, description: 'Which ones (筛选); all unless given.' }),
}))

interface PartArgs {
  readonly filter?: FilterInput<PartField> | null | undefined
  readonly asOf?: string | null | undefined
  readonly knownAt?: string | null | undefined
  readonly includeSubmitted: boolean
}

/** The parts of the plans asked about that fit. */
async function partsOf<Part extends { readonly code: string }>(
  args: PartArgs,
  context: Context,
  read: (at: PlanAt) => readonly Part[],
  nameOf: (part: Part) => string,
): Promise<readonly { readonly at: PlanAt; readonly part: Part }[]> {
  const condition = conditionOf(args.filter, fields)
  const choice = chooseView(args, context.now)
  const plans = await loadNamedPlans(plansNamed(condition), choice, context)
  return plans.flatMap((at) =>
    read(at)
      .filter(
        (part) =>
          !condition ||
          holds(condition, (field) =>
            field === 'plan' ? at.facts.code : field === 'code' ? part.code : nameOf(part),
          ),
      )
      .map((part) => ({ at, part })),
  )
}

const keyOf = ({ at, of }: { readonly at: PlanAt; readonly of: { readonly code: string } }) =>
  JSON.stringify([at.facts.code, of.code])

builder.queryFields((t) => ({
  units: t.connection(
    {
      type: UnitRef,
      args: { ...listArgs, ...viewArgs },
      complexity: pageCost,
      description:
        'The units of the plans that the filter names, or of all plans where they are few (责任单位).',
      resolve: async (_root, args, context) => {
        const found = await partsOf(
          args,
          context,
          ({ plan }) => plan.units,
          ({ name }) => name.zh,
        )
        const units = found.map(({ at, part }) => inPlan('Unit', at, part))
        return connectionOfList(inOrderGiven(units, keyOf), args, context.limits)
      },
    },
    UnitConnection,
  ),
  documents: t.connection(
    {
      type: DocumentRef,
      args: { ...listArgs, ...viewArgs },
      complexity: pageCost,
      description:
        'The documents of the plans that the filter names, or of all plans where they are few (文件).',
      resolve: async (_root, args, context) => {
        const found = await partsOf(
          args,
          context,
          ({ plan }) => plan.documents,
          ({ title }) => title.zh,
        )
        const documents = found.map(({ at, part }) => inPlan('Document', at, part))
        return connectionOfList(inOrderGiven(documents, keyOf), args, context.limits)
      },
    },
    DocumentConnection,
  ),
}))
