import type { SubjectKind } from '../commitment/subject.ts'
import type { EventType } from '../milestone/milestone.ts'
import { eventField, PROJECT_EVENTS } from './event-field.ts'
import type { FactField, FactSchema } from './fact-schema.ts'
import type { Rule } from './rule.ts'

const STRING: FactField = { type: 'string' }
const DATE: FactField = { type: 'date' }
/** A number. */
export const DOUBLE: FactField = { type: 'double' }
/** A whole number. */
export const INT: FactField = { type: 'int' }

const PROJECT: FactSchema = {
  code: STRING,
  kind: { type: 'string', values: ['NEW_START', 'CONTINUING', 'PRELIMINARY'] },
  stage: {
    type: 'string',
    values: [
      'PROPOSED',
      'PREPARING',
      'PREPARED',
      'CLEARED',
      'STARTED',
      'COMPLETED',
      'IN_USE',
      'SUSPENDED',
      'CANCELLED',
    ],
  },
  plate: STRING,
  task: STRING,
  investment: { unit: STRING, total: DOUBLE, thisYear: DOUBLE, done: DOUBLE },
}

const GROUP: FactSchema = {
  code: STRING,
  counts: {
    projects: INT,
    newStarts: INT,
    started: INT,
    completed: INT,
    inUse: INT,
    indicators: INT,
    milestones: INT,
  },
}

const INDICATOR: FactSchema = {
  code: STRING,
  unit: STRING,
  direction: { type: 'string', values: ['INCREASE', 'DECREASE', 'MAINTAIN'] },
  task: STRING,
  plate: STRING,
  actual: DOUBLE,
  target: DOUBLE,
  achieved: DOUBLE,
  expected: DOUBLE,
  gapPoints: DOUBLE,
  monthsBehind: INT,
  lastYear: { actual: DOUBLE, changePercent: DOUBLE },
  peers: { average: DOUBLE, count: INT },
}

/** The variable by which a rule reads its subject. */
export const SUBJECT_VARIABLES: Readonly<Record<Rule['subject'], string>> = {
  PLAN: 'plan',
  TASK: 'task',
  PLATE: 'plate',
  PROJECT: 'project',
  INDICATOR: 'indicator',
}

/** The fields of one subject kind in a plan that declares those event types. */
export function subjectSchema(kind: Rule['subject'], eventTypes: readonly EventType[]): FactSchema {
  switch (kind) {
    case 'PROJECT':
      return { ...PROJECT, events: eventsSchema(kind, eventTypes, PROJECT_EVENTS) }
    case 'PLAN':
    case 'TASK':
    case 'PLATE':
      return { ...GROUP, events: eventsSchema(kind, eventTypes, []) }
    case 'INDICATOR':
      return { ...INDICATOR, events: eventsSchema(kind, eventTypes, []) }
  }
}

function eventsSchema(
  kind: SubjectKind,
  eventTypes: readonly EventType[],
  builtIn: readonly string[],
): FactSchema {
  const declared = eventTypes.filter((type) => type.subject === kind).map((type) => type.code)
  return Object.fromEntries([...builtIn, ...declared].map((code) => [eventField(code), DATE]))
}
