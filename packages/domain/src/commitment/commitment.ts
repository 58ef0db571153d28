import type { IsoDate } from '../calendar/date.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Milestone } from '../milestone/milestone.ts'
import type { Rule } from '../rule/rule.ts'
import type { Responsibility } from '../unit/unit.ts'
import type { CommitmentDefinition } from './definition.ts'
import type { SubjectRef } from './subject.ts'

/** The three kinds of promise: 指标, 节点, 督办事项. */
export type CommitmentKind = 'INDICATOR' | 'MILESTONE' | 'OBLIGATION'

/** `indicator/<code>`, `milestone/<code>` or `obligation/<rule code>/<subject code>`: unique within a plan. */
export type CommitmentId = string

/** What the view adds to a definition: dates after extensions, units after assignments. */
export interface CommitmentInView {
  readonly id: CommitmentId
  /** Its code: the definition's; of an Obligation `<rule code>/<subject code>`. */
  readonly code: string
  readonly title: CommitmentDefinition['title']
  readonly task: string | null
  readonly plate: string | null
  readonly project: string | null
  readonly theme: string | null
  readonly dueOn: IsoDate | null
  readonly dueOriginally: IsoDate | null
  readonly timesRescheduled: number
  readonly responsible: readonly Responsibility[]
}

/** An Indicator as a view shows it. */
export interface IndicatorInView extends CommitmentInView {
  readonly kind: 'INDICATOR'
  /** The definition with amendments in view applied. */
  readonly definition: Indicator
}

/** A Milestone as a view shows it. */
export interface MilestoneInView extends CommitmentInView {
  readonly kind: 'MILESTONE'
  readonly definition: Milestone
}

/** A Rule applied to one subject (督办事项). */
export interface Obligation extends CommitmentInView {
  readonly kind: 'OBLIGATION'
  readonly definition: Rule
  readonly subject: SubjectRef
}

/** Anything promised by a date (承诺事项). */
export type Commitment = IndicatorInView | MilestoneInView | Obligation
