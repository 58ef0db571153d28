import type { Locator } from '@duban/domain'
import { builder } from './builder.ts'
import { DocumentRef, documentOf } from './document.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'

export type LocatorShape = InPlan<'Locator', Locator>

export const LocatorRef = builder.objectRef<LocatorShape>('Locator')

/** Where something stands, as objects of the graph. */
export function locatorsOf(at: PlanAt, locators: readonly Locator[]): LocatorShape[] {
  return locators.map((one) => inPlan('Locator', at, one))
}

builder.objectType(LocatorRef, {
  description:
    'Where in a document a fact stands (出处): section, paragraph and the range [start, end).',
  fields: (t) => ({
    document: t.field({
      type: DocumentRef,
      nullable: true,
      description: 'The document (文件).',
      resolve: ({ at, of }) => documentOf(at, of.document),
    }),
    section: t.string({
      description: 'The document’s own name for the part (章节), for example 重点2.',
      resolve: ({ of }) => of.section,
    }),
    paragraph: t.int({
      description: 'Number of the paragraph, that is of the non-empty line, from 1 (段落).',
      resolve: ({ of }) => of.paragraph,
    }),
    start: t.int({
      description: 'Its first character, in UTF-16 units from the start of the text (起).',
      resolve: ({ of }) => of.start,
    }),
    end: t.int({
      description: 'The end of the range, exclusive (止).',
      resolve: ({ of }) => of.end,
    }),
    quote: t.string({
      nullable: true,
      description:
        'The text of the range, to the letter (原文). Null until the document’s text is held: `duban attach`.',
      resolve: async ({ at, of }, _args, { textOf }) => {
        const sha256 = at.plan.documents.find((one) => one.code === of.document)?.sha256
        const text = sha256 === undefined ? null : await textOf(at, sha256)
        return text === null ? null : text.slice(of.start, of.end)
      },
    }),
  }),
})
