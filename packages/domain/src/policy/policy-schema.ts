import type { FactSchema } from '../rule/fact-schema.ts'

const ASSESSMENT: FactSchema = {
  kind: { type: 'string', values: ['INDICATOR', 'MILESTONE', 'OBLIGATION'] },
  status: {
    type: 'string',
    values: ['WAIVED', 'MET', 'MET_LATE', 'OVERDUE', 'DUE_SOON', 'UNKNOWN', 'PENDING'],
  },
  modality: { type: 'string', values: ['MUST', 'STRIVE', 'EFFORT'] },
  achieved: { type: 'double' },
  expected: { type: 'double' },
  gapPoints: { type: 'double' },
  actual: { type: 'double' },
  target: { type: 'double' },
  daysLate: { type: 'int' },
  monthsLate: { type: 'int' },
  daysToDue: { type: 'int' },
  timesRescheduled: { type: 'int' },
  weight: { type: 'double' },
  monthsBehind: { type: 'int' },
  peers: { average: { type: 'double' }, count: { type: 'int' } },
  lastYear: { actual: { type: 'double' }, changePercent: { type: 'double' } },
}

/** What a policy's sources read: each fact by its name, and once more under `assessment`, where has() can ask for it. */
export const POLICY_VARIABLES: FactSchema = { ...ASSESSMENT, assessment: ASSESSMENT }
