import type { FactSchema } from '../rule/fact-schema.ts'
import { DOUBLE, INT } from '../rule/subject-schema.ts'

const ASSESSMENT: FactSchema = {
  kind: { type: 'string', values: ['INDICATOR', 'MILESTONE', 'OBLIGATION'] },
  status: {
    type: 'string',
    values: ['WAIVED', 'MET', 'MET_LATE', 'OVERDUE', 'DUE_SOON', 'UNKNOWN', 'PENDING'],
  },
  modality: { type: 'string', values: ['MUST', 'STRIVE', 'EFFORT'] },
  achieved: DOUBLE,
  expected: DOUBLE,
  gapPoints: DOUBLE,
  actual: DOUBLE,
  target: DOUBLE,
  daysLate: INT,
  monthsLate: INT,
  daysToDue: INT,
  timesRescheduled: INT,
  weight: DOUBLE,
  monthsBehind: INT,
  peers: { average: DOUBLE, count: INT },
  lastYear: { actual: DOUBLE, changePercent: DOUBLE },
}

/** What a policy's sources read: each fact by its name, and once more under `assessment`, where has() can ask for it. */
export const POLICY_VARIABLES: FactSchema = { ...ASSESSMENT, assessment: ASSESSMENT }
