import { type District, type Period, textIn, timeProgress } from '@duban/domain'
import { builder } from './builder.ts'
import { nodeType } from './node.ts'
import type { PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

export interface PlanShape {
  readonly __typename: 'Plan'
  readonly at: PlanAt
}

export const PlanRef = builder.objectRef<PlanShape>('Plan')

/** The plan itself as an object of the graph. */
export function planShape(at: PlanAt): PlanShape {
  return { __typename: 'Plan', at }
}

nodeType(PlanRef, {
  description:
    'One district’s commitments for one period, adopted by a document (工作计划), seen in the view its root chose.',
  keyOf: ({ at }) => at.facts.code,
  find: planShape,
})

export const PeriodRef = builder.objectRef<Period>('Period').implement({
  description: 'A stretch of days, both ends inclusive (时期).',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'Its first day (起始日).' }),
    end: t.expose('end', { type: 'Date', description: 'Its last day (截止日).' }),
  }),
})

const DistrictRef = builder.objectRef<District>('District').implement({
  description: 'The district whose plan it is (区县).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code (代码).' }),
    name: t.string({
      args: langArgs,
      description: 'Its name (名称).',
      resolve: (district, { lang }) => textIn(district.name, lang),
    }),
  }),
})

builder.objectFields(PlanRef, (t) => ({
  code: t.string({
    description: 'Its code, unique on this server (代码), for example erqi-2020.',
    resolve: ({ at }) => at.facts.code,
  }),
  title: t.string({
    args: langArgs,
    description: 'Its title (标题).',
    resolve: ({ at }, { lang }) => textIn(at.plan.title, lang),
  }),
  district: t.field({
    type: DistrictRef,
    description: 'The district whose plan it is (区县).',
    resolve: ({ at }) => at.plan.district,
  }),
  period: t.field({
    type: PeriodRef,
    description: 'The period it is for (计划期).',
    resolve: ({ at }) => at.plan.period,
  }),
  year: t.int({
    description: 'The year its period starts in (年度).',
    resolve: ({ at }) => Number(at.plan.period.start.slice(0, 4)),
  }),
  timeZone: t.string({
    description: 'The IANA time zone in which its days are counted (时区).',
    resolve: ({ at }) => at.plan.timeZone,
  }),
  revision: t.int({
    description: 'How many commits it has seen (版本号); it rises with every change of the facts.',
    resolve: ({ at }) => at.facts.revision,
  }),
  synthetic: t.boolean({
    description: 'Whether the plan or its reports are simulated (模拟数据).',
    resolve: ({ at }) => at.plan.synthetic ?? false,
  }),
  timeProgress: t.field({
    type: 'Decimal',
    nullable: true,
    description:
      'The share of its period that has passed at asOf, 0 to 1 (序时进度): whole months and the elapsed share of the current one.',
    resolve: ({ at }) => timeProgress(at.plan.period, at.asOf),
  }),
}))
