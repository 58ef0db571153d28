import { ofPlan, type Question } from './question.ts'

const groups = (dimension: string, counts: readonly (readonly [string | null, number])[]) => ({
  breakdown: counts.map(([value, count]) => ({ keys: [{ value }], count })),
  dimension,
})

const countedBy = (
  zh: string,
  en: string,
  dimension: string,
  counts: readonly (readonly [string | null, number])[],
) =>
  ofPlan(zh, en, `breakdown(by: [${dimension}], measures: [COUNT]) { keys { value } count }`, {
    breakdown: groups(dimension, counts).breakdown,
  })

/** Questions about what is promised by when. */
export const whatIsDue: readonly Question[] = [
  ofPlan(
    '4 月底前到期的有哪些？',
    'What is due by the end of April?',
    'commitments(filter: { dueOn: { lte: "2020-04-30" } }) { nodes { kind code dueOn } }',
    {
      commitments: {
        nodes: [{ kind: 'MILESTONE', code: 'new-starts-cleared', dueOn: '2020-04-30' }],
      },
    },
  ),
  ofPlan(
    '计划刚公布时，6 月底前到期的有几项？',
    'How many were due by the end of June, as known when the plan came out?',
    'commitments(filter: { dueOn: { lte: "2020-06-30" } }) { totalCount }',
    { commitments: { totalCount: 9 } },
    ', asOf: "2020-01-11", knownAt: "2020-01-11T00:00:00Z"',
  ),
  ofPlan(
    '今天看，6 月底前到期的有几项？（一项已获准延期）',
    'And seen from today? (One has been given more time.)',
    'commitments(filter: { dueOn: { lte: "2020-06-30" } }) { totalCount }',
    { commitments: { totalCount: 8 } },
  ),
  ofPlan(
    '三季度到期的有哪些？',
    'What falls due in the third quarter?',
    `commitments(filter: { dueOn: { gte: "2020-07-01", lte: "2020-09-30" } }, orderBy: { field: DUE_ON }) {
      nodes { code dueOn }
    }`,
    {
      commitments: {
        nodes: [
          { code: 'preliminary-prepared', dueOn: '2020-07-31' },
          { code: 'preliminary-started', dueOn: '2020-09-30' },
        ],
      },
    },
  ),
  ofPlan(
    '有多少项要到 2020 年以后才到期？',
    'How many are due after 2020?',
    'commitments(first: 1, filter: { dueOn: { gt: "2020-12-31" } }, orderBy: [{ field: DUE_ON, direction: DESC }, { field: KIND }]) { totalCount nodes { code dueOn } }',
    {
      commitments: {
        totalCount: 13,
        nodes: [{ code: 'trade-area-transformed', dueOn: '2024-12-31' }],
      },
    },
  ),
  countedBy('按到期月份各有多少？', 'How many are due in each month?', 'DUE_MONTH', [
    ['2020-04', 1],
    ['2020-06', 7],
    ['2020-07', 1],
    ['2020-09', 1],
    ['2020-12', 32],
    ['2022-12', 6],
    ['2024-12', 7],
  ]),
  countedBy(
    '指标、节点、督办事项各有多少？',
    'How many indicators, milestones and obligations?',
    'KIND',
    [
      ['INDICATOR', 18],
      ['MILESTONE', 7],
      ['OBLIGATION', 30],
    ],
  ),
  countedBy('按承诺力度各有多少？', 'How many at each degree of firmness?', 'MODALITY', [
    ['EFFORT', 27],
    ['MUST', 22],
    ['STRIVE', 6],
  ]),
  countedBy('各项重点工作下有多少承诺？', 'How many promises has each task?', 'TASK', [
    ['task-1', 3],
    ['task-2', 7],
    ['task-3', 31],
    ['task-4', 6],
    ['task-5', 2],
    ['task-7', 3],
    [null, 3],
  ]),
  ofPlan(
    '“温暖二七”路径下有哪些承诺？',
    'What serves the theme “Warm Erqi” (温暖二七)?',
    'theme(code: "warm-erqi") { title commitments { nodes { code } } }',
    {
      theme: {
        title: '温暖二七',
        commitments: {
          nodes: [
            { code: 'new-schools' },
            { code: 'new-public-kindergartens' },
            { code: 'community-health-centre-coverage' },
          ],
        },
      },
    },
  ),
]
