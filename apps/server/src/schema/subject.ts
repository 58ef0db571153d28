import { type SubjectRef, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { SubjectKindEnum } from './commitment-enums.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

/** One subject of a plan, by kind and code. */
export const SubjectRefRef = builder.objectRef<InPlan<'Subject', SubjectRef>>('Subject')

/** A subject as an object of the graph. */
export function subjectShape(at: PlanAt, subject: SubjectRef): InPlan<'Subject', SubjectRef> {
  return inPlan('Subject', at, subject)
}

builder.objectType(SubjectRefRef, {
  description:
    'What a milestone or an obligation is about (对象): its kind, its code and its name.',
  fields: (t) => ({
    kind: t.field({
      type: SubjectKindEnum,
      description: 'What it is (类型).',
      resolve: ({ of }) => of.kind,
    }),
    code: t.string({ description: 'Its code (代码).', resolve: ({ of }) => of.code }),
    name: t.string({
      args: langArgs,
      nullable: true,
      description: 'Its name (名称).',
      resolve: ({ at, of }, { lang }) => {
        const name = nameOf(at, of)
        return name ? textIn(name, lang) : null
      },
    }),
  }),
})

/** Whether the plan holds a subject, in its view. */
export function isSubjectOf(at: PlanAt, subject: SubjectRef): boolean {
  return subject.kind === 'PLAN'
    ? subject.code === at.facts.code
    : nameOf(at, subject) !== undefined
}

function nameOf({ plan }: PlanAt, { kind, code }: SubjectRef) {
  const coded = (one: { readonly code: string }): boolean => one.code === code
  switch (kind) {
    case 'PLAN':
      return plan.title
    case 'TASK':
      return plan.tasks.find(coded)?.title
    case 'PLATE':
      return plan.plates.find(coded)?.name
    case 'PROJECT':
      return plan.projects.find(coded)?.name
    case 'INDICATOR':
      return plan.indicators.find(coded)?.title
    case 'MILESTONE':
      return plan.milestones.find(coded)?.title
  }
}
