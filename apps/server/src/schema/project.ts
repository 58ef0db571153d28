import { type Project, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { connectionType } from './connection.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { MeasureUnitRef } from './measure-unit.ts'
import { measureUnitIn } from './measure-unit-in.ts'
import { nodeType } from './node.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef, plateOf } from './plate.ts'
import { ProjectKindEnum, ProjectStageEnum } from './project-enums.ts'
import { ReadingRef } from './reading.ts'
import { TaskRef, taskOf } from './task.ts'
import { langArgs } from './text.ts'
import { ResponsibilityRef, responsibilitiesOf, UnitRef, unitOf } from './unit.ts'

export type ProjectShape = InPlan<'Project', Project>

export const ProjectRef = builder.objectRef<ProjectShape>('Project')
export const ProjectConnection = connectionType(ProjectRef, '项目')

/** The project with a code, or null. */
export function projectOf(at: PlanAt, code: string | null | undefined): ProjectShape | null {
  const project = code ? at.view.project(code) : undefined
  return project ? inPlan('Project', at, project) : null
}

nodeType(ProjectRef, {
  description:
    'An investment project (项目). What the source does not tell is null, never guessed.',
  keyOf: ({ of }) => of.code,
  find: projectOf,
})

const InvestmentRef = builder.objectRef<InPlan<'Investment', Project>>('Investment')

builder.objectType(InvestmentRef, {
  description:
    'The money of a project (投资): planned in all and this year, and done so far this year.',
  fields: (t) => ({
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit its values are in (计量单位).',
      resolve: ({ at, of }) => measureUnitIn(at, of.investment?.unit),
    }),
    total: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Planned in all (总投资).',
      resolve: ({ of }) => of.investment?.total ?? null,
    }),
    thisYear: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Planned for the plan’s year (年度计划投资).',
      resolve: ({ of }) => of.investment?.thisYear ?? null,
    }),
    done: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Done this year, as reported in view (已完成投资); null where nothing was.',
      resolve: ({ at, of }) => at.view.investmentDone(of.code),
    }),
  }),
})

builder.objectFields(ProjectRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  name: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.name, lang),
  }),
  kind: t.field({
    type: ProjectKindEnum,
    nullable: true,
    description: 'What the plan counts it as (项目类型); null where the source does not say.',
    resolve: ({ of }) => of.kind ?? null,
  }),
  stage: t.field({
    type: ProjectStageEnum,
    nullable: true,
    description: 'How far it has come in this view (项目阶段); null where nothing is known.',
    resolve: ({ at, of }) => at.view.stage(of.code)?.stage ?? null,
  }),
  plate: t.field({
    type: PlateRef,
    nullable: true,
    description: 'The plate it belongs to (板块).',
    resolve: ({ at, of }) => plateOf(at, of.plate),
  }),
  task: t.field({
    type: TaskRef,
    nullable: true,
    description: 'The task it belongs to (重点工作).',
    resolve: ({ at, of }) => taskOf(at, of.task),
  }),
  investment: t.field({
    type: InvestmentRef,
    nullable: true,
    description: 'Its money (投资); null where the source names none.',
    resolve: ({ at, of }) => (of.investment ? inPlan('Investment', at, of) : null),
  }),
  responsible: t.field({
    type: [ResponsibilityRef],
    description: 'The units that answer for it (责任单位).',
    resolve: ({ at, of }) => responsibilitiesOf(at, of.responsible),
  }),
  units: t.field({
    type: [UnitRef],
    description: 'The same units without their parts, each once (责任单位).',
    resolve: ({ at, of }) =>
      [...new Set((of.responsible ?? []).map(({ unit }) => unit))].flatMap(
        (code) => unitOf(at, code) ?? [],
      ),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.locators),
  }),
  readings: t.field({
    type: [ReadingRef],
    description: 'How fields that the source does not state outright were read (解读说明).',
    resolve: ({ of }) => [...(of.readings ?? [])],
  }),
}))
