import type { DefinitionKind } from '../plan/definition.ts'
import type {
  Amendment,
  Assignment,
  DefinitionFact,
  ExtensionDecision,
  ExtensionRequest,
  Fact,
  Judgement,
  MilestoneRecord,
  Observation,
  PeriodLock,
  Review,
  StageChange,
  Waiver,
} from './fact.ts'

/** What facts are looked up by, apart from definitions: each topic has one type of fact and one kind of key. */
export interface TopicFacts {
  readonly indicatorObservations: Observation
  readonly projectObservations: Observation
  /** By id of the observation. */
  readonly reviews: Review
  /** By `<subject kind>/<subject code>`. */
  readonly records: MilestoneRecord
  readonly stages: StageChange
  readonly amendments: Amendment
  /** By commitment. */
  readonly requests: ExtensionRequest
  /** By id of the request. */
  readonly decisions: ExtensionDecision
  readonly waivers: Waiver
  readonly assignments: Assignment
  readonly judgements: Judgement
  /** All under one key, ''. */
  readonly locks: PeriodLock
  /** By `<definition kind>/<code>`. */
  readonly definitions: DefinitionFact
}

export type Topic = keyof TopicFacts

/** All topics. */
export const TOPICS: readonly Topic[] = [
  'indicatorObservations',
  'projectObservations',
  'reviews',
  'records',
  'stages',
  'amendments',
  'requests',
  'decisions',
  'waivers',
  'assignments',
  'judgements',
  'locks',
  'definitions',
]

/** The part of the plan that a definition fact is about. */
export function partOf(fact: DefinitionFact): {
  readonly kind: DefinitionKind
  readonly code: string
} {
  return 'set' in fact.change ? fact.change.set : fact.change.remove
}

/** The topic a fact is looked up by. */
export function topicOf(fact: Fact): Topic {
  switch (fact.type) {
    case 'OBSERVATION':
      return fact.of.kind === 'INDICATOR' ? 'indicatorObservations' : 'projectObservations'
    case 'REVIEW':
      return 'reviews'
    case 'MILESTONE_RECORD':
      return 'records'
    case 'STAGE_CHANGE':
      return 'stages'
    case 'AMENDMENT':
      return 'amendments'
    case 'EXTENSION_REQUEST':
      return 'requests'
    case 'EXTENSION_DECISION':
      return 'decisions'
    case 'WAIVER':
      return 'waivers'
    case 'ASSIGNMENT':
      return 'assignments'
    case 'JUDGEMENT':
      return 'judgements'
    case 'PERIOD_LOCK':
      return 'locks'
    case 'DEFINITION':
      return 'definitions'
  }
}

/** The key a fact is looked up by among those of its topic. */
export function keyOf(fact: Fact): string {
  switch (fact.type) {
    case 'OBSERVATION':
      return fact.of.code
    case 'REVIEW':
      return fact.observation
    case 'MILESTONE_RECORD':
      return `${fact.subject.kind}/${fact.subject.code}`
    case 'STAGE_CHANGE':
      return fact.project
    case 'AMENDMENT':
      return fact.indicator
    case 'EXTENSION_DECISION':
      return fact.request
    case 'EXTENSION_REQUEST':
    case 'WAIVER':
    case 'ASSIGNMENT':
    case 'JUDGEMENT':
      return fact.commitment
    case 'PERIOD_LOCK':
      return ''
    case 'DEFINITION': {
      const { kind, code } = partOf(fact)
      return `${kind}/${code}`
    }
  }
}
