import { type Reading, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { langArgs } from './text.ts'

export const BasisEnum = builder.enumType('Basis', {
  description: 'How far the source carries a value (依据).',
  values: {
    STATED: { description: 'It says so in so many words (原文载明).' },
    INFERRED: { description: 'It follows from what stands around it (据上下文推定).' },
    INTERPRETED: { description: 'The source leaves it open; this is how it was read (解读).' },
  } as const,
})

export const ReadingRef = builder.objectRef<Reading>('Reading').implement({
  description:
    'How one field was read from the source (解读说明). A field without one is stated outright.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The field read so (字段), for example dueOn.' }),
    basis: t.expose('basis', {
      type: BasisEnum,
      description: 'How far the source carries it (依据).',
    }),
    note: t.string({
      args: langArgs,
      description: 'Why it is read so (说明).',
      resolve: (reading, { lang }) => textIn(reading.note, lang),
    }),
  }),
})
