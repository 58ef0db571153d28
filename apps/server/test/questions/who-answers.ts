import { ofPlan, type Question } from './question.ts'

/** Questions about units and their scores. */
export const whoAnswers: readonly Question[] = [
  ofPlan(
    '谁牵头老旧小区改造，谁配合？',
    'Who leads the renewal of old estates, and who helps?',
    'indicator(code: "old-estates-renewed") { responsible { unit { name } role } }',
    {
      indicator: {
        responsible: [
          { unit: { name: '住建局' }, role: 'LEAD' },
          { unit: { name: '发改委' }, role: 'SUPPORT' },
        ],
      },
    },
  ),
  ofPlan(
    '在明确分工之前呢？',
    'And before units were assigned?',
    'indicator(code: "old-estates-renewed") { responsible { role } }',
    { indicator: { responsible: [] } },
    ', asOf: "2020-01-14"',
  ),
  ofPlan(
    '发改委参与哪些事项？',
    'What does the Development Commission have a part in?',
    'unit(code: "development") { name(lang: EN) commitments { nodes { code } } }',
    {
      unit: {
        name: 'Development Commission',
        commitments: {
          nodes: [
            { code: 'annual-investment' },
            { code: 'old-estates-renewed' },
            { code: 'new-starts-started' },
          ],
        },
      },
    },
  ),
  ofPlan(
    '各牵头单位有多少项，亮什么灯？',
    'How many does each unit lead, under which lights?',
    'breakdown(by: [UNIT], measures: [COUNT, BY_LIGHT]) { keys { value label } count byLight { green yellow grey } }',
    {
      breakdown: [
        {
          keys: [{ value: 'development', label: '发改委' }],
          count: 2,
          byLight: { green: 1, yellow: 1, grey: 0 },
        },
        {
          keys: [{ value: 'education', label: '教体局' }],
          count: 2,
          byLight: { green: 0, yellow: 1, grey: 1 },
        },
        {
          keys: [{ value: 'housing', label: '住建局' }],
          count: 1,
          byLight: { green: 1, yellow: 0, grey: 0 },
        },
        {
          keys: [{ value: null, label: null }],
          count: 50,
          byLight: { green: 32, yellow: 5, grey: 13 },
        },
      ],
    },
  ),
  ofPlan(
    '教体局的两项总体如何？',
    'How do the Education Bureau’s two stand together?',
    'unit(code: "education") { rollup { count light achieved coverage byStatus { pending unknown } } }',
    {
      unit: {
        rollup: {
          count: 2,
          light: 'YELLOW',
          achieved: '0.3333333333',
          coverage: '0.5',
          byStatus: { pending: 1, unknown: 1 },
        },
      },
    },
  ),
  ofPlan(
    '按办法计分，各单位名次如何？',
    'How do the units rank by points?',
    'scores(by: UNIT) { key points rank }',
    {
      scores: [
        { key: null, points: '11', rank: 1 },
        { key: 'development', points: '6', rank: 2 },
        { key: 'education', points: '0', rank: 3 },
        { key: 'housing', points: '0', rank: 3 },
      ],
    },
  ),
  ofPlan(
    '各单位按绿灯占比排名？',
    'How do the units rank by the share that stands green?',
    `breakdown(by: [UNIT], measures: [COUNT], filter: { not: { unit: { eq: null } } }, rank: { by: GREEN_SHARE }) {
      rank keys { label(lang: EN) } count
    }`,
    {
      breakdown: [
        { rank: 1, keys: [{ label: 'Housing Bureau' }], count: 1 },
        { rank: 2, keys: [{ label: 'Development Commission' }], count: 2 },
        { rank: 3, keys: [{ label: 'Education Bureau' }], count: 2 },
      ],
    },
  ),
  ofPlan(
    '按逾期天数，哪项重点工作拖得最久？',
    'Which task is the most days late?',
    'breakdown(by: [TASK], measures: [DAYS_LATE], rank: { by: DAYS_LATE }) { rank keys { value } daysLate }',
    {
      breakdown: [
        { rank: 1, keys: [{ value: 'task-3' }], daysLate: 131 },
        { rank: 2, keys: [{ value: 'task-2' }], daysLate: 11 },
        ...['task-1', 'task-4', 'task-5', 'task-7', null].map((value) => ({
          rank: 3,
          keys: [{ value }],
          daysLate: 0,
        })),
      ],
    },
  ),
  ofPlan(
    '有多少项没有牵头单位？',
    'How many have no unit in the lead?',
    'commitments(first: 0, filter: { unit: { eq: null } }) { totalCount }',
    { commitments: { totalCount: 50 } },
  ),
  ofPlan(
    '哪些项目已经开工？',
    'Which projects have started?',
    'projects(filter: { stage: { eq: STARTED } }) { nodes { code stage } }',
    { projects: { nodes: [{ code: 'erqi-square', stage: 'STARTED' }] } },
  ),
]
