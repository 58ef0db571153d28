import type { Fact } from '@duban/domain'

/** What a fact is about, for people who look at the fact table with SQL. */
export interface FactSubject {
  readonly kind: string
  readonly code: string
}

/** The subject of a fact: a part of the plan, a commitment, another fact; null where it is the plan's calendar. */
export function subjectOf(fact: Fact): FactSubject | null {
  switch (fact.type) {
    case 'DEFINITION':
      return 'set' in fact.change
        ? { kind: fact.change.set.kind, code: fact.change.set.code }
        : fact.change.remove
    case 'OBSERVATION':
      return fact.of
    case 'REVIEW':
      return { kind: 'OBSERVATION', code: fact.observation }
    case 'MILESTONE_RECORD':
      return fact.subject
    case 'STAGE_CHANGE':
      return { kind: 'PROJECT', code: fact.project }
    case 'AMENDMENT':
      return { kind: 'INDICATOR', code: fact.indicator }
    case 'EXTENSION_DECISION':
      return { kind: 'EXTENSION_REQUEST', code: fact.request }
    case 'EXTENSION_REQUEST':
    case 'WAIVER':
    case 'ASSIGNMENT':
    case 'JUDGEMENT':
      return { kind: 'COMMITMENT', code: fact.commitment }
    case 'PERIOD_LOCK':
      return null
  }
}
