import type { PlanField, PlanQuery, PlanRow } from '@duban/storage'
import { conditionOf, type FilterInput } from '../filtering/condition.ts'
import { connectionOfPage } from '../paging/connection.ts'
import { readPage, storagePage } from '../paging/page-request.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { BooleanFilter, DateFilter, DateTimeFilter, IntFilter, StringFilter } from './filters.ts'
import { loadPlanAt } from './load-plan.ts'
import { orderInput, orderOf } from './order.ts'
import { PlanRef, planShape } from './plan.ts'
import { viewArgs } from './view.ts'
import { chooseView } from './view-choice.ts'

const fields = [
  'code',
  'title',
  'district',
  'year',
  'periodStart',
  'periodEnd',
  'synthetic',
  'revision',
  'createdAt',
  'updatedAt',
] as const satisfies readonly PlanField[]

const PlanFilter = builder.inputRef<FilterInput<PlanField>>('PlanFilter')

PlanFilter.implement({
  description: 'Which plans are asked for (工作计划筛选). All that is given must hold.',
  fields: (t) => ({
    and: t.field({ type: [PlanFilter], description: 'All of these hold (且).' }),
    or: t.field({ type: [PlanFilter], description: 'One of these holds (或).' }),
    not: t.field({ type: PlanFilter, description: 'This does not hold (非).' }),
    code: t.field({ type: StringFilter, description: 'Its code (代码).' }),
    title: t.field({ type: StringFilter, description: 'Its Chinese title (中文标题).' }),
    district: t.field({ type: StringFilter, description: 'Code of its district (区县).' }),
    year: t.field({ type: IntFilter, description: 'The year its period starts in (年度).' }),
    periodStart: t.field({ type: DateFilter, description: 'First day of its period (起始日).' }),
    periodEnd: t.field({ type: DateFilter, description: 'Last day of its period (截止日).' }),
    synthetic: t.field({ type: BooleanFilter, description: 'Whether it is simulated (模拟数据).' }),
    revision: t.field({ type: IntFilter, description: 'How many commits it has seen (版本号).' }),
    createdAt: t.field({
      type: DateTimeFilter,
      description: 'When it was first imported (创建时刻).',
    }),
    updatedAt: t.field({ type: DateTimeFilter, description: 'When it last changed (更新时刻).' }),
  }),
})

const PlanOrderFieldEnum = builder.enumType('PlanOrderField', {
  description: 'What plans are ordered by (工作计划排序字段).',
  values: {
    CODE: { value: 'code', description: 'Its code (代码).' },
    TITLE: { value: 'title', description: 'Its Chinese title, by code points (中文标题).' },
    DISTRICT: { value: 'district', description: 'Code of its district (区县).' },
    YEAR: { value: 'year', description: 'The year its period starts in (年度).' },
    PERIOD_START: { value: 'periodStart', description: 'First day of its period (起始日).' },
    PERIOD_END: { value: 'periodEnd', description: 'Last day of its period (截止日).' },
    REVISION: { value: 'revision', description: 'How many commits it has seen (版本号).' },
    CREATED_AT: { value: 'createdAt', description: 'When it was first imported (创建时刻).' },
    UPDATED_AT: { value: 'updatedAt', description: 'When it last changed (更新时刻).' },
  } as const satisfies Record<string, { value: PlanField; description: string }>,
})

const PlanOrder = orderInput(
  'PlanOrder',
  PlanOrderFieldEnum,
  'One step of an order of plans (工作计划排序). Ties go by code.',
)

const PlanConnection = connectionType(PlanRef, '工作计划')

builder.queryFields((t) => ({
  plan: t.field({
    type: PlanRef,
    nullable: true,
    args: {
      code: t.arg.string({
        required: true,
        description: 'Its code (代码), for example erqi-2020.',
      }),
      ...viewArgs,
    },
    description: 'The plan with a code, in a view (按代码取工作计划); null where there is none.',
    resolve: async (_root, { code, ...view }, context) => {
      const at = await loadPlanAt(context, code, chooseView(view, context.now))
      return at && planShape(at)
    },
  }),
  plans: t.connection(
    {
      type: PlanRef,
      args: {
        filter: t.arg({ type: PlanFilter, description: 'Which ones (筛选); all unless given.' }),
        orderBy: t.arg({
          type: [PlanOrder],
          description: 'In which order (排序); by code unless given.',
        }),
        ...viewArgs,
      },
      complexity: pageCost,
      description:
        'The plans that fit, all in one view (工作计划). One of which that view holds nothing yet is counted, and left out of its page.',
      resolve: async (_root, { filter, orderBy, ...args }, context) => {
        const choice = chooseView(args, context.now)
        const where = conditionOf(filter, fields)
        const query: PlanQuery = {
          ...(where ? { where } : {}),
          orderBy: orderOf(orderBy),
          page: storagePage(readPage(args, context.limits)),
        }
        const page = await context.storage.findPlans(query)
        const plans = await Promise.all(
          page.edges.map(({ row }: { row: PlanRow }) => loadPlanAt(context, row.code, choice)),
        )
        return connectionOfPage(
          page,
          plans.map((at) => at && planShape(at)),
          () => context.storage.countPlans(where),
        )
      },
    },
    PlanConnection,
  ),
}))
