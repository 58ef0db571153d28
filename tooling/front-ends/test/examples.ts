import * as client from '@duban/client'
import { code } from './served.ts'

const asOf = '2020-06-30'

/** Every operation of the client with variables that find something in the plan that is served. */
export const examples: readonly (readonly [client.Operation<object, never>, object])[] = [
  [client.plans, {}],
  [client.planOverview, { code, asOf }],
  [client.planOnTwoDates, { code, earlier: '2020-03-31', later: asOf }],
  [client.planHistory, { code }],
  [client.commitmentsPage, { asOf, first: 20 }],
  [client.commitment, { plan: code, code: 'milestone/milestone-003' }],
  [client.commitment, { plan: code, code: 'indicator/new-starts', asOf, lang: 'EN' }],
  [client.breakdown, { by: ['YEAR', 'STATUS'], asOf }],
  [
    client.breakdown,
    {
      by: ['TASK', 'KIND'],
      measures: ['COUNT', 'ACHIEVED', 'DAYS_LATE', 'SCORE', 'TARGET', 'ACTUAL', 'INVESTMENT'],
      filter: { plan: { eq: code } },
    },
  ],
  [client.changes, { code, sinceAsOf: '2020-03-31', asOf }],
  [client.projectsPage, { code, asOf, first: 20, orderBy: [{ field: 'NAME' }] }],
  [client.project, { plan: code, code: 'project-0001' }],
  [client.indicatorSeries, { plan: code, code: 'new-starts' }],
  [client.scores, { code, by: 'TASK' }],
  [client.units, { code }],
  [client.findingsPage, { code, first: 5 }],
  [client.whatIf, { code, milestones: [{ milestone: 'milestone-003', on: '2020-07-01' }] }],
  [client.viewer, {}],
]
