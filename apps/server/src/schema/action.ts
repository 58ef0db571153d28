import { type Action, type Task, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { MechanismRef, mechanismOf } from './mechanism.ts'
import { ModalityEnum } from './modality.ts'
import { nodeType } from './node.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { TaskRef } from './task.ts'
import { langArgs } from './text.ts'

export type ActionShape = InPlan<'Action', { readonly task: Task; readonly action: Action }>

export const ActionRef = builder.objectRef<ActionShape>('Action')

function actionsOf(at: PlanAt, task: Task): ActionShape[] {
  return task.actions.map((action) => inPlan('Action', at, { task, action }))
}

const keyOf = ({ of }: ActionShape): string => `${of.task.code}/${of.action.code}`

nodeType(ActionRef, {
  description: 'A concrete thing a task does, quantified or not (举措).',
  keyOf,
  find: (at, key) =>
    at.plan.tasks.flatMap((task) => actionsOf(at, task)).find((one) => keyOf(one) === key) ?? null,
})

builder.objectFields(ActionRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the task (代码).',
    resolve: ({ of }) => of.action.code,
  }),
  title: t.string({
    args: langArgs,
    description: 'What is done, in few words (名称).',
    resolve: ({ of }, { lang }) => textIn(of.action.title, lang),
  }),
  task: t.field({
    type: TaskRef,
    description: 'The task it belongs to (重点工作).',
    resolve: ({ at, of }) => inPlan('Task', at, of.task),
  }),
  modality: t.field({
    type: ModalityEnum,
    nullable: true,
    description: 'How firmly it is promised (承诺力度); null where the source does not say.',
    resolve: ({ of }) => of.action.modality ?? null,
  }),
  mechanisms: t.field({
    type: [MechanismRef],
    description: 'The mechanisms it works by (机制).',
    resolve: ({ at, of }) =>
      (of.action.mechanisms ?? []).flatMap((code) => mechanismOf(at, code) ?? []),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.action.locators),
  }),
}))

builder.objectField(TaskRef, 'actions', (t) =>
  t.field({
    type: [ActionRef],
    description: 'The concrete things it does (举措).',
    resolve: ({ at, of }) => actionsOf(at, of),
  }),
)
