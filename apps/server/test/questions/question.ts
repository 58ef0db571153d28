/** A question an analyst would ask, as a query, with the answer worked out by hand from the plan and its reports. */
export interface Question {
  readonly zh: string
  readonly en: string
  readonly query: string
  readonly answer: unknown
}

/** A question about Erqi’s plan in the default view, or in another one where `view` has arguments. */
export function ofPlan(
  zh: string,
  en: string,
  fields: string,
  answer: unknown,
  view = '',
): Question {
  return {
    zh,
    en,
    query: `{ plan(code: "erqi-2020"${view}) { ${fields} } }`,
    answer: { plan: answer },
  }
}
