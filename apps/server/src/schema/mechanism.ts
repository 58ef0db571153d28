import { type Mechanism, type Task, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { nodeType } from './node.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { TaskRef } from './task.ts'
import { langArgs } from './text.ts'

export type MechanismShape = InPlan<
  'Mechanism',
  { readonly task: Task; readonly mechanism: Mechanism }
>

export const MechanismRef = builder.objectRef<MechanismShape>('Mechanism')

function mechanismsOf(at: PlanAt, task: Task): MechanismShape[] {
  return task.mechanisms.map((mechanism) => inPlan('Mechanism', at, { task, mechanism }))
}

/** The mechanism with a code, or null. */
export function mechanismOf(at: PlanAt, code: string): MechanismShape | null {
  for (const task of at.plan.tasks) {
    const mechanism = task.mechanisms.find((one) => one.code === code)
    if (mechanism) return inPlan('Mechanism', at, { task, mechanism })
  }
  return null
}

nodeType(MechanismRef, {
  description:
    'A named way of working or programme that a task prescribes (机制), for example 一领四单.',
  keyOf: ({ of }) => of.mechanism.code,
  find: mechanismOf,
})

builder.objectFields(MechanismRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.mechanism.code,
  }),
  name: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.mechanism.name, lang),
  }),
  description: t.string({
    args: langArgs,
    nullable: true,
    description: 'What it is, in few words (说明).',
    resolve: ({ of }, { lang }) =>
      of.mechanism.description ? textIn(of.mechanism.description, lang) : null,
  }),
  task: t.field({
    type: TaskRef,
    description: 'The task that prescribes it (重点工作).',
    resolve: ({ at, of }) => inPlan('Task', at, of.task),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.mechanism.locators),
  }),
}))

builder.objectFields(TaskRef, (t) => ({
  mechanisms: t.field({
    type: [MechanismRef],
    description: 'The named ways of working it prescribes (机制).',
    resolve: ({ at, of }) => mechanismsOf(at, of),
  }),
}))
