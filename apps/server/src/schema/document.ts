import { type Document, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { connectionType } from './connection.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

export type DocumentShape = InPlan<'Document', Document>

export const DocumentRef = builder.objectRef<DocumentShape>('Document')
export const DocumentConnection = connectionType(DocumentRef, '文件')

/** The document with a code, or null. */
export function documentOf(at: PlanAt, code: string | null | undefined): DocumentShape | null {
  const document = at.plan.documents.find((one) => one.code === code)
  return document ? inPlan('Document', at, document) : null
}

nodeType(DocumentRef, {
  description: 'A source text, known by its SHA-256 (文件). Its text may or may not be held.',
  keyOf: ({ of }) => of.code,
  find: documentOf,
})

builder.objectFields(DocumentRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  title: t.string({
    args: langArgs,
    description: 'Its title (标题).',
    resolve: ({ of }, { lang }) => textIn(of.title, lang),
  }),
  publisher: t.string({
    args: langArgs,
    nullable: true,
    description: 'Who published it (发布者); null where the plan does not say.',
    resolve: ({ of }, { lang }) => (of.publisher ? textIn(of.publisher, lang) : null),
  }),
  date: t.field({
    type: 'Date',
    nullable: true,
    description: 'When it was published (发布日期).',
    resolve: ({ of }) => of.date ?? null,
  }),
  sha256: t.string({
    description: 'SHA-256 of the file’s bytes, 64 hexadecimal digits (文件指纹).',
    resolve: ({ of }) => of.sha256,
  }),
  textHeld: t.boolean({
    description: 'Whether its text is held here, so that locators can quote it (是否存有原文).',
    resolve: async ({ at, of }, _args, { textOf }) => (await textOf(at, of.sha256)) !== null,
  }),
}))

builder.objectField(PlanRef, 'documents', (t) =>
  t.field({
    type: [DocumentRef],
    description: 'The source texts it was taken from (文件).',
    resolve: ({ at }) => at.plan.documents.map((one) => inPlan('Document', at, one)),
  }),
)
