import { type Task, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'
import { ThemeRef, themeOf } from './theme.ts'

export type TaskShape = InPlan<'Task', Task>

export const TaskRef = builder.objectRef<TaskShape>('Task')

/** The task with a code, or null. */
export function taskOf(at: PlanAt, code: string | null | undefined): TaskShape | null {
  const task = code ? at.view.task(code) : undefined
  return task ? inPlan('Task', at, task) : null
}

/** The tasks right below one (all tasks at the top without one), in the plan's order. */
export function tasksBelow(at: PlanAt, parent: string | undefined): TaskShape[] {
  return at.plan.tasks.filter((one) => one.parent === parent).map((one) => inPlan('Task', at, one))
}

/** Codes of a task and of all the tasks below it. */
export function tasksWithin(at: PlanAt, code: string): ReadonlySet<string> {
  const within = new Set([code])
  // A set takes what is added while it is walked, so every level is reached; plans have no circular tasks.
  for (const parent of within) {
    for (const task of at.plan.tasks) if (task.parent === parent) within.add(task.code)
  }
  return within
}

nodeType(TaskRef, {
  description: 'A numbered area of work (重点工作). Tasks nest.',
  keyOf: ({ of }) => of.code,
  find: taskOf,
})

builder.objectFields(TaskRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  number: t.int({ description: 'Its number in the plan (序号).', resolve: ({ of }) => of.number }),
  title: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.title, lang),
  }),
  parent: t.field({
    type: TaskRef,
    nullable: true,
    description: 'The task it is a part of (上级工作).',
    resolve: ({ at, of }) => taskOf(at, of.parent),
  }),
  subtasks: t.field({
    type: [TaskRef],
    description: 'The tasks it is made of (分项工作).',
    resolve: ({ at, of }) => tasksBelow(at, of.code),
  }),
  theme: t.field({
    type: ThemeRef,
    nullable: true,
    description: 'The theme it serves (路径).',
    resolve: ({ at, of }) => themeOf(at, of.theme),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.locators),
  }),
}))

builder.objectFields(PlanRef, (t) => ({
  tasks: t.field({
    type: [TaskRef],
    args: {
      tree: t.arg.boolean({
        required: true,
        defaultValue: true,
        description:
          'Only the tasks at the top, the others being their subtasks (树形); false gives all in one list.',
      }),
    },
    description: 'The areas of work, in the plan’s order (重点工作).',
    resolve: ({ at }, { tree }) =>
      tree ? tasksBelow(at, undefined) : at.plan.tasks.map((one) => inPlan('Task', at, one)),
  }),
  task: t.field({
    type: TaskRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The task with a code (按代码取重点工作); null where there is none.',
    resolve: ({ at }, { code }) => taskOf(at, code),
  }),
}))
