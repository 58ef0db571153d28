import { expect } from 'vitest'
import { ofPlan, type Question } from './question.ts'

const overdue = [
  { code: 'plate-urban-design-by-june/erqi-trade-area', plan: { code: 'erqi-2020' } },
  { code: 'plate-urban-design-by-june/football-town', plan: { code: 'erqi-2020' } },
  { code: 'plate-urban-design-by-june/jinshui-headwaters', plan: { code: 'erqi-2020' } },
  { code: 'plate-urban-design-by-june/new-erqi-centre', plan: { code: 'erqi-2020' } },
  { code: 'preliminary-prepared', plan: { code: 'erqi-2020' } },
]

/** Questions across plans, about the data itself, and about what would be if. */
export const acrossAndIf: readonly Question[] = [
  {
    zh: '2020 年有哪些计划？',
    en: 'Which plans are there for 2020?',
    query:
      '{ plans(filter: { year: { eq: 2020 }, synthetic: { eq: false } }) { totalCount nodes { code title(lang: EN) } } }',
    answer: {
      plans: {
        totalCount: 1,
        nodes: [{ code: 'erqi-2020', title: 'Erqi District work plan for 2020' }],
      },
    },
  },
  {
    zh: '所有计划中，今天逾期的有哪些？',
    en: 'Across all plans, what is overdue today?',
    query:
      '{ commitments(filter: { status: { eq: OVERDUE } }, orderBy: [{ field: DUE_ON }, { field: CODE }]) { totalCount nodes { code plan { code } } } }',
    answer: { commitments: { totalCount: 5, nodes: overdue } },
  },
  {
    zh: '7 月 10 日时，我们认为 6 月底有什么逾期？',
    en: 'On 10 July, what did we think was overdue at the end of June?',
    query:
      '{ commitments(filter: { plan: { eq: "erqi-2020" }, status: { eq: OVERDUE } }, asOf: "2020-06-30", knownAt: "2020-07-10T00:00:00Z") { totalCount } }',
    answer: { commitments: { totalCount: 0 } },
  },
  {
    zh: '各区县各状态有多少项？',
    en: 'How many of each status has each district?',
    query: '{ breakdown(by: [DISTRICT, STATUS], measures: [COUNT]) { keys { value } count } }',
    answer: {
      breakdown: [
        ['MET', 3],
        ['MET_LATE', 2],
        ['OVERDUE', 5],
        ['PENDING', 31],
        ['UNKNOWN', 13],
        ['WAIVED', 1],
      ].map(([status, count]) => ({ keys: [{ value: '410103' }, { value: status }], count })),
    },
  },
  {
    zh: '各区县的牵头单位按得分如何排名？',
    en: 'How do the leading units of the districts rank by points?',
    query: `{ breakdown(by: [DISTRICT, UNIT], measures: [SCORE], filter: { not: { unit: { eq: null } } }, rank: { by: SCORE }) {
      rank keys { value } score
    } }`,
    answer: {
      breakdown: [
        [1, 'development', '6'],
        [2, 'education', '0'],
        [2, 'housing', '0'],
      ].map(([rank, unit, score]) => ({
        rank,
        keys: [{ value: '410103' }, { value: unit }],
        score,
      })),
    },
  },
  {
    // 6 schools and 15 kindergartens, 13 before the amendment; 250 of 357 estates, 262 before the correction.
    zh: '各牵头单位一共承诺多少、完成多少？',
    en: 'How much do the leading units promise in all, and how much have they done?',
    query: `{ breakdown(by: [UNIT], measures: [TARGET, ACTUAL], filter: { unit: { in: ["education", "housing"] } }) {
      keys { value } target { value known of unit { label } } actual { value known of }
    } }`,
    answer: {
      breakdown: [
        {
          keys: [{ value: 'education' }],
          target: { value: '21', known: 2, of: 2, unit: { label: '所' } },
          actual: { value: '2', known: 1, of: 2 },
        },
        {
          keys: [{ value: 'housing' }],
          target: { value: '357', known: 1, of: 1, unit: { label: '个小区' } },
          actual: { value: '250', known: 1, of: 1 },
        },
      ],
    },
  },
  {
    zh: '把还没审的也算上，教体局完成多少？7 月 6 日中午以前知道的呢？',
    en: 'How much has the Education Bureau done, with what is not approved yet? And as known at noon on 6 July?',
    query: `{
      all: breakdown(by: [UNIT], measures: [ACTUAL], filter: { unit: { eq: "education" } }, includeSubmitted: true) { actual { value known } }
      june: breakdown(by: [UNIT], measures: [ACTUAL], filter: { unit: { eq: "education" } }, knownAt: "2020-07-06T04:00:00Z") { actual { value known } }
      may: breakdown(by: [UNIT], measures: [ACTUAL], filter: { unit: { eq: "education" } }, knownAt: "2020-06-01T00:00:00Z") { actual { value known } }
    }`,
    answer: {
      all: [{ actual: { value: '11', known: 2 } }],
      june: [{ actual: { value: '2', known: 1 } }],
      may: [{ actual: null }],
    },
  },
  {
    zh: '按灯亮的办法有哪些？',
    en: 'By which policies are lights lit?',
    query: '{ policies { totalCount nodes { code version lights { light } } } }',
    answer: {
      policies: {
        totalCount: 1,
        nodes: [
          {
            code: 'yinchuan-2025',
            version: '1',
            lights: [
              'GREY',
              'GREEN',
              'RED',
              'YELLOW',
              'RED',
              'YELLOW',
              'BLUE',
              'BLUE',
              'GREEN',
            ].map((light) => ({ light })),
          },
        ],
      },
    },
  },
  {
    zh: '依据的文件是哪一份，原文存了吗？',
    en: 'Which document does it rest on, and is its text held?',
    query: '{ documents { nodes { code textHeld } } }',
    answer: { documents: { nodes: [{ code: 'erqi-2020-article', textHeld: false }] } },
  },
  ofPlan(
    '计划本身有什么问题（警告以上）？',
    'What is odd about the plan itself, of some weight?',
    'findings(severity: { in: [WARNING, ERROR] }, first: 1000) { nodes { code } }',
    {
      findings: {
        nodes: expect.arrayContaining([{ code: 'NO_BASELINE' }, { code: 'NO_RESPONSIBLE_UNIT' }]),
      },
    },
  ),
  ofPlan(
    '如果今天就新建成 6 所学校呢？',
    'What if six schools were built by today?',
    `whatIf(observations: [{ indicator: "new-schools", value: "6", on: "2020-08-01" }]) {
      view { isHypothetical }
      indicator(code: "new-schools") { assessment { status light actual } }
    }`,
    {
      whatIf: {
        view: { isHypothetical: true },
        indicator: { assessment: { status: 'MET', light: 'GREEN', actual: '6' } },
      },
    },
  ),
  ofPlan(
    '如果足球小镇 6 月 29 日就完成了城市设计呢？',
    'What if Football Town had finished its urban design on 29 June?',
    `whatIf(milestones: [{ subject: PLATE, code: "football-town", event: "urban-design-finished", on: "2020-06-29" }]) {
      rollup { byStatus { met overdue } }
    }
    rollup { byStatus { met overdue } }`,
    {
      whatIf: { rollup: { byStatus: { met: 4, overdue: 4 } } },
      rollup: { byStatus: { met: 3, overdue: 5 } },
    },
  ),
]
