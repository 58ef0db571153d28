import type { CommitmentDefinition, Text } from '@duban/domain'
import type { BuilderTypes } from './builder.ts'
import { builder } from './builder.ts'
import { ModalityEnum } from './modality.ts'
import { ResponsibilityRoleEnum } from './unit.ts'
import { present } from './write-fields.ts'

export const TextInput = builder.inputType('TextInput', {
  description: 'A text in one or both languages (文字).',
  fields: (t) => ({
    zh: t.string({ required: true, description: 'In Chinese (中文).' }),
    en: t.string({ description: 'In English (英文).' }),
  }),
})

/** A text of an input as the domain has it. */
export function textOf({ zh, en }: typeof TextInput.$inferInput): Text {
  return { zh, ...present({ en }) }
}

const LocatorInput = builder.inputType('LocatorInput', {
  description: 'Where in a document it stands (出处).',
  fields: (t) => ({
    document: t.string({ required: true, description: 'Code of the document (文件代码).' }),
    section: t.string({ required: true, description: 'The document’s name for the part (章节).' }),
    paragraph: t.int({ required: true, description: 'Number of the non-empty line (段落).' }),
    start: t.int({ required: true, description: 'First character, from 0 (起始字符).' }),
    end: t.int({ required: true, description: 'The character after the last (结束字符).' }),
  }),
})

const ResponsibilityInput = builder.inputType('ResponsibilityInput', {
  description: 'One unit’s part (责任分工).',
  fields: (t) => ({
    unit: t.string({ required: true, description: 'Code of the unit (单位代码).' }),
    role: t.field({
      type: ResponsibilityRoleEnum,
      required: true,
      description: 'Which part (责任类型).',
    }),
  }),
})

/** What the input of every promise has. */
export function commitmentFields(
  t: PothosSchemaTypes.InputFieldBuilder<BuilderTypes, 'InputObject'>,
) {
  return {
    code: t.string({ required: true, description: 'Its code, unique in the plan (代码).' }),
    title: t.field({ type: TextInput, required: true, description: 'What it asks (名称).' }),
    task: t.string({ description: 'Code of the task it belongs to (重点工作).' }),
    plate: t.string({ description: 'Code of the plate it belongs to (板块).' }),
    project: t.string({ description: 'Code of the project it belongs to (项目).' }),
    theme: t.string({ description: 'Code of the theme it serves (主题).' }),
    weight: t.field({
      type: 'Decimal',
      description: 'Its weight in a roll-up (权重); 1 unless given.',
    }),
    warnDays: t.int({
      description: 'Days before the due date from which it is due soon (预警天数).',
    }),
    modality: t.field({ type: ModalityEnum, description: 'How firmly it is promised (承诺力度).' }),
    responsible: t.field({
      type: [ResponsibilityInput],
      description: 'The units that answer for it (责任单位).',
    }),
    locators: t.field({ type: [LocatorInput], description: 'Where it stands (出处).' }),
  }
}

/** The same fields as resolvers get them. */
interface CommitmentFields {
  readonly code: string
  readonly title: typeof TextInput.$inferInput
  readonly locators?: readonly (typeof LocatorInput.$inferInput)[] | null | undefined
  readonly task?: string | null | undefined
  readonly plate?: string | null | undefined
  readonly project?: string | null | undefined
  readonly theme?: string | null | undefined
  readonly weight?: string | null | undefined
  readonly warnDays?: number | null | undefined
  readonly modality?: CommitmentDefinition['modality'] | null
  readonly responsible?: CommitmentDefinition['responsible'] | null
}

/** What every promise states, as the domain has it. */
export function commitmentOf(input: CommitmentFields): CommitmentDefinition {
  const { code, title, locators, ...optional } = input
  const { task, plate, project, theme, weight, warnDays, modality, responsible } = optional
  return {
    code,
    title: textOf(title),
    locators: locators ?? [],
    ...present({ task, plate, project, theme, weight, warnDays, modality, responsible }),
  }
}
