import { builder } from './builder.ts'
import { ExtensionRef, extensionOf } from './extension.ts'
import { commitmentIdOf, keyOf } from './input-ids.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'
import type { WrittenShape } from './written.ts'

function extensionIn({ at, done }: WrittenShape) {
  const [fact] = done.facts
  if (at === null || fact === undefined || !done.saved) return null
  return extensionOf(at, fact.type === 'EXTENSION_DECISION' ? fact.request : fact.id)
}

writeMutation({
  name: 'requestExtension',
  command: 'REQUEST_EXTENSION',
  description:
    'Asks for more time, before the due date (申请延期). A REPORTER asks for what its units answer for.',
  input: builder.inputType('RequestExtensionInput', {
    description: 'More time that is asked for (延期申请).',
    fields: (t) => ({
      ...writeFields(t),
      commitment: t.id({
        required: true,
        description: 'The commitment (承诺事项): its id, or its code as in `indicator/investment`.',
      }),
      dueOn: t.field({ type: 'Date', required: true, description: 'The new date (申请期限).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
    }),
  }),
  payload: (t) => ({
    extension: t.field({
      type: ExtensionRef,
      nullable: true,
      description: 'What was asked for (延期); null in a dry run.',
      resolve: extensionIn,
    }),
  }),
  read: async ({ plan, commitment, dueOn, reason }, context) => ({
    plan,
    command: {
      type: 'REQUEST_EXTENSION',
      commitment: await commitmentIdOf(context, plan, commitment),
      dueOn,
      reason,
    },
  }),
})

writeMutation({
  name: 'decideExtension',
  command: 'DECIDE_EXTENSION',
  description:
    'Grants or refuses more time (审批延期). Once granted the new date applies from today on; a past view keeps the old one.',
  input: builder.inputType('DecideExtensionInput', {
    description: 'What becomes of a wish for more time (延期审批).',
    fields: (t) => ({
      ...writeFields(t),
      extension: t.id({ required: true, description: 'Id of the extension (延期).' }),
      approved: t.boolean({ required: true, description: 'Whether it is granted (是否同意).' }),
      reason: t.string({ description: 'Why (理由); needed when it is refused.' }),
    }),
  }),
  payload: (t) => ({
    extension: t.field({
      type: ExtensionRef,
      nullable: true,
      description: 'The extension (延期); null in a dry run.',
      resolve: extensionIn,
    }),
  }),
  paths: { request: 'extension' },
  read: ({ plan, extension, approved, reason }) => ({
    plan,
    command: {
      type: 'DECIDE_EXTENSION',
      request: keyOf(plan, extension, 'Extension'),
      approved,
      ...present({ reason }),
    },
  }),
})
