/** What a milestone, an event or a rule is about. */
export type SubjectKind = 'PLAN' | 'TASK' | 'PLATE' | 'PROJECT' | 'INDICATOR' | 'MILESTONE'

/** One subject of a plan, by kind and code. The code of subject kind PLAN is the plan's own. */
export interface SubjectRef {
  readonly kind: SubjectKind
  readonly code: string
}
