import { builder } from './builder.ts'

/** A language a user reads. */
export const LangEnum = builder.enumType('Lang', {
  description: 'The language of a text (语言). A text without English is given in Chinese.',
  values: {
    ZH: { description: 'Chinese (中文), the users’ own terms.' },
    EN: { description: 'English (英文); Chinese where there is none.' },
  } as const,
})

/** The argument of every text. */
export const langArgs = builder.args((t) => ({
  lang: t.field({
    type: LangEnum,
    required: true,
    defaultValue: 'ZH',
    description: 'The language of the text (语言).',
  }),
}))
