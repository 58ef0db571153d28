import { convert, type Decimal, findMeasureUnit, type Project } from '@duban/domain'
import type { Comparable } from '@duban/storage'
import { conditionOf, type FilterInput, type Writing } from '../filtering/condition.ts'
import { type FieldValue, holds } from '../filtering/holds.ts'
import { sortableDecimal } from '../filtering/sortable-decimal.ts'
import { type ConnectionOf, connectionOfList } from '../paging/connection.ts'
import { sortedBy } from '../paging/ordered-list.ts'
import type { PageArgs } from '../paging/page-request.ts'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { pageCost } from './connection.ts'
import { DecimalFilter, StringFilter } from './filters.ts'
import { measureUnitIn } from './measure-unit-in.ts'
import { orderInput, orderOf } from './order.ts'
import { PlanRef } from './plan.ts'
import { inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef } from './plate.ts'
import { ProjectConnection, ProjectRef, type ProjectShape, projectOf } from './project.ts'
import { ProjectKindFilter, ProjectStageFilter } from './project-enums.ts'
import { TaskRef, tasksWithin } from './task.ts'

const fields = [
  'code',
  'name',
  'kind',
  'stage',
  'plate',
  'task',
  'anyUnit',
  'investmentTotal',
  'investmentThisYear',
] as const
type ProjectField = (typeof fields)[number]

const writing: Writing<ProjectField> = {
  investmentTotal: sortableDecimal,
  investmentThisYear: sortableDecimal,
}

const ProjectFilter = builder.inputRef<FilterInput<ProjectField>>('ProjectFilter')

ProjectFilter.implement({
  description: 'Which projects are asked for (项目筛选). All that is given must hold.',
  fields: (t) => ({
    and: t.field({ type: [ProjectFilter], description: 'All of these hold (且).' }),
    or: t.field({ type: [ProjectFilter], description: 'One of these holds (或).' }),
    not: t.field({ type: ProjectFilter, description: 'This does not hold (非).' }),
    code: t.field({ type: StringFilter, description: 'Its code (代码).' }),
    name: t.field({ type: StringFilter, description: 'Its Chinese name (中文名称).' }),
    kind: t.field({
      type: ProjectKindFilter,
      description: 'What the plan counts it as (项目类型).',
    }),
    stage: t.field({ type: ProjectStageFilter, description: 'How far it has come (项目阶段).' }),
    plate: t.field({ type: StringFilter, description: 'Code of its plate (板块).' }),
    task: t.field({ type: StringFilter, description: 'Code of its task (重点工作).' }),
    anyUnit: t.field({
      type: StringFilter,
      description: 'Code of a unit that answers for it (责任单位).',
    }),
    investmentTotal: t.field({
      type: DecimalFilter,
      description: 'Planned in all, in 亿元 whatever unit the plan uses (总投资).',
    }),
    investmentThisYear: t.field({
      type: DecimalFilter,
      description: 'Planned this year, in 亿元 whatever unit the plan uses (年度计划投资).',
    }),
  }),
})

const ProjectOrderFieldEnum = builder.enumType('ProjectOrderField', {
  description: 'What projects are ordered by (项目排序字段).',
  values: {
    CODE: { value: 'code', description: 'Its code (代码).' },
    NAME: { value: 'name', description: 'Its Chinese name, by code points (中文名称).' },
    KIND: { value: 'kind', description: 'What the plan counts it as, by name (项目类型).' },
    STAGE: { value: 'stage', description: 'How far it has come, by name (项目阶段).' },
    PLATE: { value: 'plate', description: 'Code of its plate (板块).' },
    TASK: { value: 'task', description: 'Code of its task (重点工作).' },
    INVESTMENT_TOTAL: { value: 'investmentTotal', description: 'Planned in all (总投资).' },
    INVESTMENT_THIS_YEAR: {
      value: 'investmentThisYear',
      description: 'Planned this year (年度计划投资).',
    },
  } as const satisfies Record<string, { value: ProjectField; description: string }>,
})

const ProjectOrder = orderInput(
  'ProjectOrder',
  ProjectOrderFieldEnum,
  'One step of an order of projects (项目排序). Ties go by code.',
)

const listArgs = builder.args((t) => ({
  filter: t.field({ type: ProjectFilter, description: 'Which ones (筛选); all unless given.' }),
  orderBy: t.field({
    type: [ProjectOrder],
    description: 'In which order (排序); the plan’s own unless given.',
  }),
}))

interface ListArgs extends PageArgs {
  readonly filter?: FilterInput<ProjectField> | null | undefined
  readonly orderBy?: Parameters<typeof orderOf<Exclude<ProjectField, 'anyUnit'>>>[0]
}

function listOf(
  at: PlanAt,
  within: (project: Project) => boolean,
  args: ListArgs,
  limits: Limits,
): ConnectionOf<ProjectShape> {
  const condition = conditionOf(args.filter, fields, writing)
  const found = at.plan.projects.filter(
    (one) => within(one) && (!condition || holds(condition, (field) => fieldOf(at, one, field))),
  )
  const list = sortedBy(
    found.map((one) => inPlan('Project', at, one)),
    orderOf(args.orderBy),
    ({ of }, field) => oneValue(fieldOf(at, of, field)),
    ({ of }) => of.code,
  )
  return connectionOfList(list, args, limits)
}

function oneValue(value: FieldValue): Comparable | null {
  return typeof value === 'object' ? null : value
}

function fieldOf(at: PlanAt, project: Project, field: ProjectField): FieldValue {
  switch (field) {
    case 'name':
      return project.name.zh
    case 'stage':
      return at.view.stage(project.code)?.stage ?? null
    case 'anyUnit':
      return (project.responsible ?? []).map(({ unit }) => unit)
    case 'investmentTotal':
      return inYiYuan(at, project, project.investment?.total)
    case 'investmentThisYear':
      return inYiYuan(at, project, project.investment?.thisYear)
    case 'code':
    case 'kind':
    case 'plate':
    case 'task':
      return project[field] ?? null
  }
}

const yiYuan = findMeasureUnit('YI_YUAN')

function inYiYuan(at: PlanAt, project: Project, value: Decimal | undefined): string | null {
  const unit = measureUnitIn(at, project.investment?.unit)
  if (value === undefined || unit === null || yiYuan === null) return null
  const converted = convert(value, unit, yiYuan)
  return converted.ok ? sortableDecimal(converted.value) : null
}

builder.objectFields(PlanRef, (t) => ({
  projects: t.connection(
    {
      type: ProjectRef,
      args: listArgs,
      complexity: pageCost,
      description: 'The projects it names (项目).',
      resolve: ({ at }, args, { limits }) => listOf(at, () => true, args, limits),
    },
    ProjectConnection,
  ),
  project: t.field({
    type: ProjectRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The project with a code (按代码取项目); null where there is none.',
    resolve: ({ at }, { code }) => projectOf(at, code),
  }),
}))

builder.objectField(PlateRef, 'projects', (t) =>
  t.connection(
    {
      type: ProjectRef,
      args: listArgs,
      complexity: pageCost,
      description: 'The projects it gathers (项目).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, ({ plate }) => plate === of.code, args, limits),
    },
    ProjectConnection,
  ),
)

builder.objectField(TaskRef, 'projects', (t) =>
  t.connection(
    {
      type: ProjectRef,
      args: listArgs,
      complexity: pageCost,
      description: 'Its projects, subtasks’ included (项目).',
      resolve: ({ at, of }, args, { limits }) => {
        const tasks = tasksWithin(at, of.code)
        return listOf(at, ({ task }) => task !== undefined && tasks.has(task), args, limits)
      },
    },
    ProjectConnection,
  ),
)
