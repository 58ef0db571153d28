import type { IsoDate } from '../calendar/date.ts'
import type { Plan } from '../plan/plan.ts'
import type { Light, Policy } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Rule } from './rule.ts'

/** Whether a condition holds; `missing` names the field without a value that it met, or the calculation (`1 / 0`). */
export type Truth = boolean | { readonly missing: string }

/** One thing wrong with a CEL source, in the caller's terms. Line and column count from 1. */
export interface CelIssue {
  /** Path of the field that holds the source, for example `when` or `lights.3.when`. */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly code: 'SYNTAX' | 'UNKNOWN_FIELD' | 'TYPE' | 'COST'
  readonly params: Readonly<Record<string, string | number>>
}

/** What compiling gives: the compiled value, or every issue found. */
export type Compiled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly CelIssue[] }

/** Flat facts of one rule subject, as CEL sees them under the subject kind's name (`project.kind`). */
export type SubjectFacts = Readonly<Record<string, unknown>>

/** A Rule, compiled against the schema of its subject kind in one plan. */
export interface CompiledRule {
  readonly rule: Rule
  /** Whether it applies; a missing value counts as not applying unless asked with has(). */
  applies(subject: SubjectFacts): Truth
  holds(subject: SubjectFacts): Truth
  dueOn(subject: SubjectFacts): IsoDate | null | { readonly missing: string }
}

/** What a policy's conditions see of an assessment. Quantities are doubles; null is "not known". */
export interface PolicyFacts {
  readonly kind: string
  readonly status: string
  readonly modality: string | null
  readonly achieved: number | null
  readonly expected: number | null
  readonly gapPoints: number | null
  readonly actual: number | null
  readonly target: number | null
  readonly daysLate: number
  readonly monthsLate: number
  readonly daysToDue: number | null
  readonly timesRescheduled: number
  readonly weight: number
  /** Consecutive whole months up to asOf in which it stood behind or overdue. */
  readonly monthsBehind: number
  /** Mean `achieved` of the other commitments of the same kind, unit and comparator in view; null without any. */
  readonly peers: { readonly average: number | null; readonly count: number }
  /** `actual` on the same date of the year before, where known. */
  readonly lastYear: { readonly actual: number | null; readonly changePercent: number | null }
}

/** A Policy, compiled. */
export interface CompiledPolicy {
  readonly policy: Policy
  /** True where a condition reads `peers`: a change of one commitment then re-lights its peers. */
  readonly readsPeers: boolean
  /** The first light whose condition holds; GREY and no condition where none does. */
  lightOf(facts: PolicyFacts): { readonly light: Light; readonly condition: string }
  /** Points per score line whose condition holds. */
  scoresOf(facts: PolicyFacts): readonly { readonly code: string; readonly points: Decimal }[]
}

/** Compiles what a plan holds as CEL. The one implementation is in `@duban/domain/rules`. */
export interface RuleEngine {
  compileRule(rule: Rule, plan: Plan): Compiled<CompiledRule>
  compilePolicy(policy: Policy): Compiled<CompiledPolicy>
  /** A condition over the projects of a plan, for DERIVED indicators. */
  compileWhere(source: string, plan: Plan): Compiled<(project: SubjectFacts) => Truth>
}
