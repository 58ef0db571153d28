import type { Role } from '@duban/domain/decide'
import { attachDocument } from '../writing/attach-document.ts'
import { failureOf, failureOfOutcome, notAllowed } from '../writing/failure.ts'
import { builder } from './builder.ts'
import { DocumentRef, documentOf } from './document.ts'
import { writeFields } from './write-fields.ts'
import { resultOf } from './write-mutation.ts'
import { writtenShape } from './written.ts'

const roles: readonly Role[] = ['EDITOR', 'ADMIN']

const Input = builder.inputType('AttachDocumentInput', {
  description: 'The text of a document (文件全文).',
  fields: (t) => ({
    ...writeFields(t),
    text: t.string({
      required: true,
      description: 'The whole text (全文); its SHA-256 tells which document of the plan it is.',
    }),
  }),
})

const { Result, payloadName } = resultOf('attachDocument', (t) => ({
  document: t.field({
    type: DocumentRef,
    nullable: true,
    description: 'The document (文件).',
    resolve: ({ at, document }) => at && documentOf(at, document),
  }),
}))

builder.mutationField('attachDocument', (t) =>
  t.field({
    type: Result,
    description:
      'Holds the text of a document, so that locators quote it (附上原文); each locator is checked against it first.',
    args: {
      input: t.arg({ type: Input, required: true, description: 'The text (全文).' }),
    },
    authScopes: { roles },
    unauthorizedResolver: (_root, _args, { viewer }) => notAllowed(viewer.actor, roles),
    resolve: async (_root, { input }, { viewer, storage, now }) => {
      const { actor } = viewer
      if (actor === null) return notAllowed(actor, roles)
      const outcome = await attachDocument(storage, {
        plan: input.plan,
        bytes: Buffer.from(input.text),
        actor,
        now,
        expectedRevision: input.expectedRevision ?? undefined,
        idempotencyKey: input.idempotencyKey ?? undefined,
        dryRun: input.dryRun,
      })
      if (outcome.outcome === 'REFUSED') return failureOf(outcome.refusals, roles)
      if (outcome.outcome !== 'DONE') return failureOfOutcome(outcome, roles)
      return { ...writtenShape(payloadName, outcome, now), document: outcome.document }
    },
  }),
)
