import type { Reason } from '@duban/domain'
import { message } from '@duban/domain/messages'
import { builder } from './builder.ts'
import { langArgs } from './text.ts'

export const ReasonRef = builder.objectRef<Reason>('Reason').implement({
  description: 'One reason of an assessment (理由): a code, its text, and the facts it rests on.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code in the catalogue of messages (代码).' }),
    message: t.string({
      args: langArgs,
      description: 'Its text (说明).',
      resolve: (reason, { lang }) => message(reason, lang),
    }),
    facts: t.stringList({
      description: 'Ids of the facts it rests on (所据事实).',
      resolve: ({ facts }) => [...facts],
    }),
  }),
})
