import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { SubjectKind } from '../commitment/subject.ts'

/** How grave a breach is. */
export type Severity = 'INFO' | 'WARNING' | 'CRITICAL'

/** When a rule's obligation is due: one date for all, or CEL giving a date string per subject. */
export type RuleDue = { readonly on: IsoDate } | { readonly cel: string }

/** One step of an escalation ladder: so many days after the due date (negative: before), this light is called for. */
export interface EscalationStep {
  readonly afterDays: number
  readonly light: 'BLUE' | 'YELLOW' | 'RED'
  /** Code of the Unit told. */
  readonly notify?: string
}

/** A requirement on many subjects at once, as data (规则). Applied to one subject it is an Obligation. */
export interface Rule extends CommitmentDefinition {
  readonly subject: Exclude<SubjectKind, 'MILESTONE'>
  /** CEL: does it apply to this subject? All subjects without one. */
  readonly when?: string
  /** CEL: what must hold. */
  readonly require: string
  readonly due?: RuleDue
  readonly severity: Severity
  readonly escalation?: readonly EscalationStep[]
}
