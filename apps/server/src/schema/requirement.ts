import { type Requirement, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { ModalityEnum } from './modality.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan } from './plan-at.ts'
import { langArgs } from './text.ts'

const RequirementRef = builder.objectRef<InPlan<'Requirement', Requirement>>('Requirement')

builder.objectType(RequirementRef, {
  description:
    'One of the general requirements a plan opens with (总体要求): not quantified, so not a commitment.',
  fields: (t) => ({
    code: t.string({
      description: 'Its code, unique in the plan (代码).',
      resolve: ({ of }) => of.code,
    }),
    title: t.string({
      args: langArgs,
      description: 'What is required, in few words (内容).',
      resolve: ({ of }, { lang }) => textIn(of.title, lang),
    }),
    modality: t.field({
      type: ModalityEnum,
      nullable: true,
      description: 'How firmly it is stated (承诺力度).',
      resolve: ({ of }) => of.modality ?? null,
    }),
    locators: t.field({
      type: [LocatorRef],
      description: 'Where it stands in the documents (出处).',
      resolve: ({ at, of }) => locatorsOf(at, of.locators),
    }),
  }),
})

builder.objectField(PlanRef, 'requirements', (t) =>
  t.field({
    type: [RequirementRef],
    description: 'The general requirements it opens with (总体要求).',
    resolve: ({ at }) => at.plan.requirements.map((one) => inPlan('Requirement', at, one)),
  }),
)
