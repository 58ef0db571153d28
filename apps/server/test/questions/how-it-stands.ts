import { ofPlan, type Question } from './question.ts'

const statusCounts = {
  met: 3,
  metLate: 2,
  overdue: 5,
  dueSoon: 0,
  pending: 31,
  unknown: 13,
  waived: 1,
}
const lightCounts = { green: 34, blue: 0, yellow: 7, red: 0, grey: 14 }

const lateDesigns = ['erqi-trade-area', 'jinshui-headwaters', 'new-erqi-centre', 'football-town']
const designRule = 'plate-urban-design-by-june'

/** Questions about what is met, late and overdue, on any date. */
export const howItStands: readonly Question[] = [
  ofPlan(
    '今天各状态有多少项？',
    'How many have each status today?',
    'rollup { count byStatus { met metLate overdue dueSoon pending unknown waived } }',
    { rollup: { count: 55, byStatus: statusCounts } },
  ),
  ofPlan(
    '今天亮各色灯的有多少项，最差的是什么灯？',
    'How many stand under each light today, and which is the worst?',
    'rollup { light byLight { green blue yellow red grey } }',
    { rollup: { light: 'YELLOW', byLight: lightCounts } },
  ),
  ofPlan(
    '今天哪些逾期，各逾期多少天？',
    'What is overdue today, and by how many days?',
    `commitments(filter: { status: { eq: OVERDUE } }, orderBy: [{ field: DUE_ON, direction: DESC }, { field: CODE }]) {
      nodes { code assessment { daysLate monthsLate light } }
    }`,
    {
      commitments: {
        nodes: [
          {
            code: 'preliminary-prepared',
            assessment: { daysLate: 1, monthsLate: 1, light: 'YELLOW' },
          },
          ...[...lateDesigns].sort().map((plate) => ({
            code: `${designRule}/${plate}`,
            assessment: { daysLate: 32, monthsLate: 2, light: 'YELLOW' },
          })),
        ],
      },
    },
  ),
  ofPlan(
    '7 月 1 日那天有几项逾期？',
    'How many were overdue on 1 July?',
    'commitments(filter: { status: { eq: OVERDUE } }) { totalCount }',
    { commitments: { totalCount: 6 } },
    ', asOf: "2020-07-01"',
  ),
  ofPlan(
    '如果一直没有新情况，9 月 1 日会有几盏红灯？',
    'With nothing new, how many red lights will there be on 1 September?',
    'commitments(filter: { light: { eq: RED } }) { nodes { code } }',
    {
      commitments: {
        // The schools stand at 2 of 6 when 66.94 % is expected: 33.61 points behind.
        nodes: [
          { code: 'new-schools' },
          ...lateDesigns.map((plate) => ({ code: `${designRule}/${plate}` })),
        ],
      },
    },
    ', asOf: "2020-09-01"',
  ),
  ofPlan(
    '新开工项目“6 月底全部开工”完成了吗？晚了几天？',
    'Have all new starts started by the end of June, and if late, by how much?',
    'milestone(code: "new-starts-started") { dueOn assessment { status metOn daysLate } }',
    {
      milestone: {
        dueOn: '2020-06-30',
        assessment: { status: 'MET_LATE', metOn: '2020-07-10', daysLate: 10 },
      },
    },
  ),
  ofPlan(
    '它的状态是怎样一步步变化的？',
    'How did its status change day by day?',
    'milestone(code: "new-starts-started") { assessment { statusHistory { from to status light } } }',
    {
      milestone: {
        assessment: {
          statusHistory: [
            { from: '2020-01-01', to: '2020-05-30', status: 'PENDING', light: 'GREEN' },
            { from: '2020-05-31', to: '2020-06-30', status: 'DUE_SOON', light: 'BLUE' },
            { from: '2020-07-01', to: '2020-07-09', status: 'OVERDUE', light: 'YELLOW' },
            { from: '2020-07-10', to: null, status: 'MET_LATE', light: 'GREEN' },
          ],
        },
      },
    },
  ),
  ofPlan(
    '前期项目的期限改过吗？改了几次？',
    'Was the date of the preliminary projects put off, and how often?',
    `milestone(code: "preliminary-prepared") {
      dueOriginally dueOn timesRescheduled
      extensions { requestedOn dueOn state reason decidedOn }
      assessment { status }
    }`,
    {
      milestone: {
        dueOriginally: '2020-06-30',
        dueOn: '2020-07-31',
        timesRescheduled: 1,
        extensions: [
          {
            requestedOn: '2020-06-20',
            dueOn: '2020-07-31',
            state: 'GRANTED',
            reason: '疫情影响前期工作',
            decidedOn: '2020-06-25',
          },
        ],
        assessment: { status: 'OVERDUE' },
      },
    },
  ),
  ofPlan(
    '在批准延期之前，它看上去是什么样？',
    'How did it look before it was given more time?',
    'milestone(code: "preliminary-prepared") { dueOn timesRescheduled assessment { status daysToDue } }',
    {
      milestone: {
        dueOn: '2020-06-30',
        timesRescheduled: 0,
        assessment: { status: 'DUE_SOON', daysToDue: 6 },
      },
    },
    ', asOf: "2020-06-24"',
  ),
  ofPlan(
    '各板块的城市设计都做完了吗？',
    'Has every plate finished its urban design?',
    `rule(code: "${designRule}") { obligations { nodes { subject { code } assessment { status daysLate } } } }`,
    {
      rule: {
        obligations: {
          nodes: [
            ['erqi-trade-area', 'OVERDUE', 32],
            ['health-and-care', 'MET', null],
            ['jinshui-headwaters', 'OVERDUE', 32],
            ['new-erqi-centre', 'OVERDUE', 32],
            ['fenghu-smart-district', 'MET_LATE', 3],
            ['football-town', 'OVERDUE', 32],
          ].map(([code, status, daysLate]) => ({
            subject: { code },
            assessment: { status, daysLate },
          })),
        },
      },
    },
  ),
  ofPlan(
    '哪一项被免除了，为什么？',
    'What was waived, and why?',
    `commitments(filter: { status: { eq: WAIVED } }) {
      nodes { code assessment { light waivers { from reason } } }
    }`,
    {
      commitments: {
        nodes: [
          {
            code: 'community-health-centre-coverage',
            assessment: {
              light: 'GREY',
              waivers: [{ from: '2020-06-01', reason: '由市里统一考核' }],
            },
          },
        ],
      },
    },
  ),
  ofPlan(
    '6 月 15 日的序时进度是多少？',
    'What share of the year had passed on 15 June?',
    'timeProgress',
    { timeProgress: '0.4583333333' },
    ', asOf: "2020-06-15"',
  ),
  ofPlan(
    '每个月底有几项逾期？',
    'How many were overdue at each month’s end?',
    'history(interval: MONTH) { on rollup { byStatus { overdue } } }',
    {
      history: [
        ['2020-01-31', 0],
        ['2020-02-29', 0],
        ['2020-03-31', 0],
        ['2020-04-30', 0],
        ['2020-05-31', 0],
        ['2020-06-30', 0],
        ['2020-07-31', 4],
        ['2020-08-01', 5],
      ].map(([on, overdue]) => ({ on, rollup: { byStatus: { overdue } } })),
    },
  ),
]
