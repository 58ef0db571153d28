import {
  type Commitment,
  type Light,
  type PlanView,
  type RollUp,
  rollUp,
  type Status,
} from '@duban/domain'
import { builder } from './builder.ts'
import { LightEnum } from './commitment-enums.ts'
import { PlanRef } from './plan.ts'
import { PlateRef } from './plate.ts'
import { ProjectRef } from './project.ts'
import { RuleRef } from './rule.ts'
import { TaskRef } from './task.ts'
import { ThemeRef } from './theme.ts'
import { UnitRef } from './unit.ts'

type Counts<Name extends string> = Readonly<Record<Name, number>>

export const StatusCountsRef = builder.objectRef<Counts<Status>>('StatusCounts').implement({
  description: 'How many commitments have each status (按状态计数).',
  fields: (t) => ({
    met: t.exposeInt('MET', { description: 'Fulfilled in time (已完成).' }),
    metLate: t.exposeInt('MET_LATE', { description: 'Fulfilled late (逾期完成).' }),
    overdue: t.exposeInt('OVERDUE', { description: 'Past due and not fulfilled (逾期).' }),
    dueSoon: t.exposeInt('DUE_SOON', { description: 'Due within the warning window (即将到期).' }),
    pending: t.exposeInt('PENDING', { description: 'Due later (未到期).' }),
    unknown: t.exposeInt('UNKNOWN', { description: 'Nothing known to judge by (未知).' }),
    waived: t.exposeInt('WAIVED', { description: 'Excused (免除).' }),
  }),
})

export const LightCountsRef = builder.objectRef<Counts<Light>>('LightCounts').implement({
  description: 'How many commitments have each light (按灯计数).',
  fields: (t) => ({
    green: t.exposeInt('GREEN', { description: 'Green (绿灯).' }),
    blue: t.exposeInt('BLUE', { description: 'Blue (蓝灯).' }),
    yellow: t.exposeInt('YELLOW', { description: 'Yellow (黄灯).' }),
    red: t.exposeInt('RED', { description: 'Red (红灯).' }),
    grey: t.exposeInt('GREY', { description: 'Grey (灰灯).' }),
  }),
})

export const RollUpRef = builder.objectRef<RollUp>('RollUp').implement({
  description: 'What a group of commitments comes to (汇总). It never hides an unknown in a mean.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many there are (总数).' }),
    byStatus: t.expose('byStatus', { type: StatusCountsRef, description: 'By status (按状态).' }),
    byLight: t.expose('byLight', { type: LightCountsRef, description: 'By light (按灯).' }),
    achieved: t.expose('achieved', {
      type: 'Decimal',
      nullable: true,
      description: 'Weighted mean of what is achieved, 0 to 1, over those known (加权完成率).',
    }),
    coverage: t.expose('coverage', {
      type: 'Decimal',
      nullable: true,
      description: 'Known weight over all weight, 0 to 1 (覆盖率).',
    }),
    light: t.expose('light', { type: LightEnum, description: 'The worst child’s (最差灯).' }),
  }),
})

const rolledUp = (view: PlanView, commitments: readonly Commitment[]): RollUp =>
  rollUp(
    view,
    commitments.map(({ id }) => id),
  )

builder.objectField(PlanRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What all its commitments come to (汇总).',
    resolve: ({ at: { view } }) => rolledUp(view, view.commitments),
  }),
)

builder.objectField(TaskRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What its commitments come to, subtasks’ included (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byTask(of.code, true)),
  }),
)

builder.objectField(PlateRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What is promised for it comes to (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byPlate(of.code)),
  }),
)

builder.objectField(ProjectRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What is promised of it comes to (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byProject(of.code)),
  }),
)

builder.objectField(ThemeRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What serves it comes to (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byTheme(of.code)),
  }),
)

builder.objectField(UnitRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What it has a part in comes to (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byUnit(of.code)),
  }),
)

builder.objectField(RuleRef, 'rollup', (t) =>
  t.field({
    type: RollUpRef,
    description: 'What its obligations come to (汇总).',
    resolve: ({ at: { view }, of }) => rolledUp(view, view.byRule(of.code)),
  }),
)
