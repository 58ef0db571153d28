import { type Plate, type PlateGoal, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { TaskRef, tasksWithin } from './task.ts'
import { langArgs } from './text.ts'

export type PlateShape = InPlan<'Plate', Plate>

export const PlateRef = builder.objectRef<PlateShape>('Plate')

/** The plate with a code, or null. */
export function plateOf(at: PlanAt, code: string | null | undefined): PlateShape | null {
  const plate = at.plan.plates.find((one) => one.code === code)
  return plate ? inPlan('Plate', at, plate) : null
}

nodeType(PlateRef, {
  description: 'A development zone that gathers projects (板块).',
  keyOf: ({ of }) => of.code,
  find: plateOf,
})

const PlateGoalRef = builder.objectRef<InPlan<'PlateGoal', PlateGoal>>('PlateGoal')

builder.objectType(PlateGoalRef, {
  description: 'One aim of a plate, in the plan’s own short words (板块定位).',
  fields: (t) => ({
    text: t.string({
      args: langArgs,
      description: 'The aim (内容).',
      resolve: ({ of }, { lang }) => textIn(of.text, lang),
    }),
    locators: t.field({
      type: [LocatorRef],
      description: 'Where it stands in the documents (出处).',
      resolve: ({ at, of }) => locatorsOf(at, of.locators),
    }),
  }),
})

builder.objectFields(PlateRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  name: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.name, lang),
  }),
  goals: t.field({
    type: [PlateGoalRef],
    description: 'What it is meant to become (板块定位).',
    resolve: ({ at, of }) => of.goals.map((one) => inPlan('PlateGoal', at, one)),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.locators),
  }),
}))

builder.objectFields(PlanRef, (t) => ({
  plates: t.field({
    type: [PlateRef],
    description: 'The development zones, in the plan’s order (板块).',
    resolve: ({ at }) => at.plan.plates.map((one) => inPlan('Plate', at, one)),
  }),
  plate: t.field({
    type: PlateRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The plate with a code (按代码取板块); null where there is none.',
    resolve: ({ at }, { code }) => plateOf(at, code),
  }),
}))

builder.objectField(TaskRef, 'plates', (t) =>
  t.field({
    type: [PlateRef],
    description: 'The plates of its projects and commitments, subtasks’ included (涉及板块).',
    resolve: ({ at, of }) => {
      const tasks = tasksWithin(at, of.code)
      const plates = new Set(
        [...at.plan.projects, ...at.plan.indicators, ...at.plan.milestones, ...at.plan.rules]
          .filter(({ task }) => task !== undefined && tasks.has(task))
          .map(({ plate }) => plate),
      )
      return at.plan.plates
        .filter(({ code }) => plates.has(code))
        .map((one) => inPlan('Plate', at, one))
    },
  }),
)
