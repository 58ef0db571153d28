import { ofPlan, type Question } from './question.ts'

const byPlate = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([code, totalCount]) => ({ code, projects: { totalCount } }))

/** Questions that the text of the plan answers, before anything is reported. */
export const whatThePlanSays: readonly Question[] = [
  ofPlan(
    '这是哪个区、哪一年的计划？',
    'Which district’s plan is it, and for which year?',
    'district { code name } year period { start end }',
    {
      district: { code: '410103', name: '郑州市二七区' },
      year: 2020,
      period: { start: '2020-01-01', end: '2020-12-31' },
    },
  ),
  ofPlan('有哪六个板块？', 'Which are the six plates?', 'plates { name }', {
    plates: [
      { name: '二七商圈板块' },
      { name: '康养产业板块' },
      { name: '金水河源板块' },
      { name: '新二七中心板块' },
      { name: '凤湖智能新区板块' },
      { name: '足球小镇板块' },
    ],
  }),
  ofPlan('七项重点工作是什么？', 'Which are the seven key tasks?', 'tasks { number title }', {
    tasks: [
      { number: 1, title: '二七商圈有机更新' },
      { number: 2, title: '现代产业发展' },
      { number: 3, title: '核心板块建设' },
      { number: 4, title: '城市形态塑造' },
      { number: 5, title: '深化改革开放' },
      { number: 6, title: '美丽生态建设' },
      { number: 7, title: '民生福祉改善' },
    ],
  }),
  ofPlan(
    '足球小镇板块有哪些项目？',
    'Which projects does the Football Town plate gather?',
    'plate(code: "football-town") { projects { nodes { name } } }',
    {
      plate: {
        projects: {
          nodes: [
            { name: '建业足球小镇' },
            { name: '长安古寨民俗村' },
            { name: '西岗建筑艺术体验园' },
            { name: '老奶庙遗址公园' },
            { name: '老奶庙遗址博物馆' },
          ],
        },
      },
    },
  ),
  ofPlan(
    '点名的项目共有多少个，各板块几个？',
    'How many projects are named, and how many in each plate?',
    'projects(first: 0) { totalCount } plates { code projects { totalCount } }',
    {
      projects: { totalCount: 36 },
      plates: byPlate({
        'erqi-trade-area': 6,
        'health-and-care': 3,
        'jinshui-headwaters': 2,
        'new-erqi-centre': 3,
        'fenghu-smart-district': 4,
        'football-town': 5,
      }),
    },
  ),
  ofPlan(
    '哪些项目不属于任何板块？按任务数一数。',
    'How many projects belong to no plate, and to which tasks?',
    `tasks { number projects(filter: { plate: { eq: null } }) { totalCount } }`,
    {
      tasks: [0, 0, 0, 5, 0, 4, 4].map((totalCount, at) => ({
        number: at + 1,
        projects: { totalCount },
      })),
    },
  ),
  ofPlan(
    '哪些指标是“确保”的？',
    'Which indicators must be reached (确保)?',
    'indicators(filter: { modality: { eq: MUST } }) { nodes { code } }',
    {
      indicators: {
        nodes: [
          'annual-investment',
          'old-estates-renewed',
          'demonstration-highlights',
          'fringe-renewal-share',
          'infrastructure-share',
          'public-spending',
          'one-visit-services',
          'new-schools',
          'new-public-kindergartens',
        ].map((code) => ({ code })),
      },
    },
  ),
  ofPlan(
    '年度投资的目标是多少？用英文说。',
    'What is the target of the year’s investment, said in English?',
    'indicator(code: "annual-investment") { title(lang: EN) comparator target unit { label(lang: EN) } }',
    {
      indicator: {
        title: "The year's investment completed in major projects",
        comparator: 'AT_LEAST',
        target: '518',
        unit: { label: 'hundred million yuan' },
      },
    },
  ),
  ofPlan(
    '财政支出要压减多少？目标值能算出来吗？',
    'By how much is spending to be cut, and can the target be computed?',
    `indicator(code: "public-spending") {
      direction comparator targetFactor target baseline
      assessment { target }
    }`,
    {
      indicator: {
        direction: 'DECREASE',
        comparator: 'AT_MOST',
        targetFactor: '0.85',
        target: null,
        baseline: null,
        assessment: { target: null },
      },
    },
  ),
  ofPlan(
    '新建中小学说了几处？在哪几段？',
    'In how many places are the new schools promised?',
    'indicator(code: "new-schools") { locators { section paragraph } }',
    {
      indicator: {
        locators: [
          { section: '重点7', paragraph: 65 },
          { section: '重点7', paragraph: 67 },
        ],
      },
    },
  ),
  ofPlan(
    '“大头落地”怎样读成数字？',
    'How was “the greater part in place” (大头落地) read as a figure?',
    `indicator(code: "fringe-renewal-share") { target readings { field basis } }`,
    {
      indicator: {
        target: '50.01',
        readings: expectFields(['target', 'unit', 'modality'], 'INTERPRETED'),
      },
    },
  ),
  ofPlan(
    '对全部新开工项目有什么系统性要求？',
    'What is asked of every new start, as rules?',
    'rules { code subject when require dueOn }',
    {
      rules: [
        [
          'new-start-cleared-by-april',
          'PROJECT',
          'project.kind == "NEW_START"',
          'has(project.events.cleared)',
          '2020-04-30',
        ],
        [
          'new-start-started-by-june',
          'PROJECT',
          'project.kind == "NEW_START"',
          'has(project.events.started)',
          '2020-06-30',
        ],
        [
          'preliminary-prepared-by-june',
          'PROJECT',
          'project.kind == "PRELIMINARY"',
          'has(project.events.prepared)',
          '2020-06-30',
        ],
        [
          'preliminary-started-by-september',
          'PROJECT',
          'project.kind == "PRELIMINARY"',
          'has(project.events.started)',
          '2020-09-30',
        ],
        [
          'plate-urban-design-by-june',
          'PLATE',
          null,
          'has(plate.events.urban_design_finished)',
          '2020-06-30',
        ],
        [
          'plate-landmark-by-december',
          'PLATE',
          null,
          'has(plate.events.landmark_launched)',
          '2020-12-31',
        ],
        ['plate-begun-in-one-year', 'PLATE', null, 'has(plate.events.begun)', '2020-12-31'],
        [
          'plate-taken-shape-in-three-years',
          'PLATE',
          null,
          'has(plate.events.taken_shape)',
          '2022-12-31',
        ],
        ['plate-formed-in-five-years', 'PLATE', null, 'has(plate.events.formed)', '2024-12-31'],
      ].map(([code, subject, when, require, dueOn]) => ({ code, subject, when, require, dueOn })),
    },
  ),
]

function expectFields(fields: readonly string[], basis: string) {
  return fields.map((field) => ({ field, basis }))
}
