import {
  type Commitment,
  type IndicatorInView,
  type MilestoneInView,
  type Obligation,
  textIn,
} from '@duban/domain'
import { builder } from './builder.ts'
import { CommitmentKindEnum } from './commitment-enums.ts'
import { connectionType } from './connection.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { ModalityEnum } from './modality.ts'
import { InViewRef, idDescription, nodeIdOf } from './node.ts'
import { PlanRef, planShape } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef, plateOf } from './plate.ts'
import { ProjectRef, projectOf } from './project.ts'
import { ReadingRef } from './reading.ts'
import { TaskRef, taskOf } from './task.ts'
import { langArgs } from './text.ts'
import { ThemeRef, themeOf } from './theme.ts'
import { ResponsibilityRef, responsibilitiesOf } from './unit.ts'

export type IndicatorShape = InPlan<'Indicator', IndicatorInView>
export type MilestoneShape = InPlan<'Milestone', MilestoneInView>
export type ObligationShape = InPlan<'Obligation', Obligation>
export type CommitmentShape = IndicatorShape | MilestoneShape | ObligationShape

/** A commitment as an object of the graph, of the type its kind has there. */
export function commitmentShape(at: PlanAt, commitment: Commitment): CommitmentShape {
  switch (commitment.kind) {
    case 'INDICATOR':
      return inPlan('Indicator', at, commitment)
    case 'MILESTONE':
      return inPlan('Milestone', at, commitment)
    case 'OBLIGATION':
      return inPlan('Obligation', at, commitment)
  }
}

export const CommitmentRef = builder.interfaceRef<CommitmentShape>('Commitment')
export const CommitmentConnection = connectionType(CommitmentRef, '承诺事项')

CommitmentRef.implement({
  description:
    'Anything promised by a date (承诺事项): an indicator’s target, a milestone, or an obligation that a rule makes.',
  interfaces: [builder.nodeInterfaceRef(), InViewRef],
  fields: (t) => ({
    id: t.id({
      description: idDescription,
      resolve: (commitment) => nodeIdOf(commitment, commitment.of.id),
    }),
    code: t.string({
      description:
        'Its code (代码), unique among its kind in the plan; of an obligation, the rule’s and the subject’s: `started-by-june/project-7`.',
      resolve: ({ of }) => of.code,
    }),
    kind: t.field({
      type: CommitmentKindEnum,
      description: 'What it is (类型).',
      resolve: ({ of }) => of.kind,
    }),
    title: t.string({
      args: langArgs,
      description: 'What is promised, in few words (名称).',
      resolve: ({ of }, { lang }) => textIn(of.title, lang),
    }),
    plan: t.field({
      type: PlanRef,
      description: 'The plan it belongs to (工作计划).',
      resolve: ({ at }) => planShape(at),
    }),
    task: t.field({
      type: TaskRef,
      nullable: true,
      description: 'The task it belongs to (重点工作).',
      resolve: ({ at, of }) => taskOf(at, of.task),
    }),
    plate: t.field({
      type: PlateRef,
      nullable: true,
      description: 'The plate it belongs to (板块).',
      resolve: ({ at, of }) => plateOf(at, of.plate),
    }),
    project: t.field({
      type: ProjectRef,
      nullable: true,
      description: 'The project it belongs to (项目).',
      resolve: ({ at, of }) => projectOf(at, of.project),
    }),
    theme: t.field({
      type: ThemeRef,
      nullable: true,
      description: 'The theme it serves (路径).',
      resolve: ({ at, of }) => themeOf(at, of.theme),
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it is due, after extensions (完成期限); null where no date is known.',
      resolve: ({ of }) => of.dueOn,
    }),
    dueOriginally: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was due before any extension (原定期限).',
      resolve: ({ of }) => of.dueOriginally,
    }),
    timesRescheduled: t.int({
      description: 'How often its due date was put off (延期次数).',
      resolve: ({ of }) => of.timesRescheduled,
    }),
    weight: t.field({
      type: 'Decimal',
      description: 'Its weight in a roll-up (权重); 1 unless the plan says otherwise.',
      resolve: ({ of }) => of.definition.weight ?? '1',
    }),
    modality: t.field({
      type: ModalityEnum,
      nullable: true,
      description: 'How firmly it is promised (承诺力度); null where the source does not say.',
      resolve: ({ of }) => of.definition.modality ?? null,
    }),
    responsible: t.field({
      type: [ResponsibilityRef],
      description: 'The units that answer for it (责任单位), after assignments.',
      resolve: ({ at, of }) => responsibilitiesOf(at, of.responsible),
    }),
    locators: t.field({
      type: [LocatorRef],
      description: 'Where it stands in the documents (出处).',
      resolve: ({ at, of }) => locatorsOf(at, of.definition.locators),
    }),
    readings: t.field({
      type: [ReadingRef],
      description: 'How fields that the source does not state outright were read (解读说明).',
      resolve: ({ of }) => [...(of.definition.readings ?? [])],
    }),
  }),
})
