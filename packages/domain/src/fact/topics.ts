import type { DefinitionKind } from '../plan/definition.ts'
import type {
  Amendment,
  Assignment,
  DefinitionFact,
  ExtensionDecision,
  ExtensionRequest,
  Fact,
  FactType,
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

/** The topic of each type of fact that has but one. */
const TOPIC_OF: { readonly [T in Exclude<FactType, 'OBSERVATION'>]: Topic } = {
  REVIEW: 'reviews',
  MILESTONE_RECORD: 'records',
  STAGE_CHANGE: 'stages',
  AMENDMENT: 'amendments',
  EXTENSION_REQUEST: 'requests',
  EXTENSION_DECISION: 'decisions',
  WAIVER: 'waivers',
  ASSIGNMENT: 'assignments',
  JUDGEMENT: 'judgements',
  PERIOD_LOCK: 'locks',
  DEFINITION: 'definitions',
}

/** The topics of observations, which are reviewed. */
export const REVIEWED: readonly Topic[] = ['indicatorObservations', 'projectObservations']

/** All topics. */
export const TOPICS: readonly Topic[] = /* @__PURE__ */ REVIEWED.concat(Object.values(TOPIC_OF))

// The keys of a constant are those of its type.
const TYPE_OF = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(TOPIC_OF).map(([type, topic]) => [topic, type as FactType]),
)

/** The type of the facts of a topic. */
export function typeOf(topic: Topic): FactType {
  return TYPE_OF.get(topic) ?? 'OBSERVATION'
}

/** The part of the plan that a definition fact is about. */
export function partOf(fact: DefinitionFact): {
  readonly kind: DefinitionKind
  readonly code: string
} {
  return 'set' in fact.change ? fact.change.set : fact.change.remove
}

/** The topic a fact is looked up by. */
export function topicOf(fact: Fact): Topic {
  if (fact.type !== 'OBSERVATION') return TOPIC_OF[fact.type]
  return fact.of.kind === 'INDICATOR' ? 'indicatorObservations' : 'projectObservations'
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
