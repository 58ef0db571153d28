/** A language a user reads. */
export type Lang = 'ZH' | 'EN'

/** What a user sees, in both languages. `zh` is the users' own term; without `en`, readers get `zh`. */
export interface Text {
  readonly zh: string
  readonly en?: string
}

/** The text in a language, Chinese where there is no English. */
export function textIn(text: Text, lang: Lang): string {
  return lang === 'EN' ? (text.en ?? text.zh) : text.zh
}
