import { code } from './served.ts'

const milestone = 'milestone-003'

/** One milestone on two dates: not yet due on the first, overdue on the second. */
export const twoDates = `
  query TwoDates {
    january: plan(code: "${code}", asOf: "2020-01-31") { ...standing }
    december: plan(code: "${code}", asOf: "2020-12-31") { ...standing }
  }
  fragment standing on Plan {
    id
    milestone(code: "${milestone}") { id title assessment { status } }
  }
`

/** Other fields of the same milestone, on the second of the dates. */
export const oneDate = `
  query OneDate {
    plan(code: "${code}", asOf: "2020-12-31") {
      id
      milestone(code: "${milestone}") { id dueOn assessment { status } }
    }
  }
`

/** What the two operations ask of the milestone on that date, together. */
export const titleOnOneDate = oneDate.replace('id dueOn', 'id title dueOn')

/** A plan as those operations ask for it. */
export interface Standing {
  readonly id: string
  readonly milestone: {
    readonly id: string
    readonly title?: string
    readonly dueOn?: string
    readonly assessment: { readonly status: string }
  }
}
