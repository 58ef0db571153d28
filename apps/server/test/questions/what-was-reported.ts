import { ofPlan, type Question } from './question.ts'

/** Questions about reports: values, pace, corrections, reviews, forecasts. */
export const whatWasReported: readonly Question[] = [
  ofPlan(
    '年度投资 6 月底完成多少，比序时慢还是快？',
    'How much of the year’s investment was done by the end of June, ahead of time or behind?',
    'indicator(code: "annual-investment") { assessment { actual achieved expected gapPoints pace light } }',
    {
      indicator: {
        assessment: {
          actual: '240',
          achieved: '0.4633204633',
          expected: '0.5',
          gapPoints: '-3.66795367',
          pace: 'BEHIND',
          light: 'BLUE',
        },
      },
    },
    ', asOf: "2020-06-30"',
  ),
  ofPlan(
    '今天哪些指标亮黄灯或红灯？',
    'Which indicators stand yellow or red today?',
    'indicators(filter: { light: { in: [YELLOW, RED] } }) { nodes { code assessment { light pace } } }',
    {
      indicators: {
        nodes: [
          { code: 'annual-investment', assessment: { light: 'YELLOW', pace: 'BEHIND' } },
          { code: 'new-schools', assessment: { light: 'YELLOW', pace: 'BEHIND' } },
        ],
      },
    },
  ),
  ofPlan(
    '为什么新建学校亮黄灯？依据哪一条？',
    'Why is the light of the new schools yellow, and by which condition?',
    'indicator(code: "new-schools") { assessment { light policy { code version condition } } }',
    {
      indicator: {
        assessment: {
          light: 'YELLOW',
          policy: {
            code: 'yinchuan-2025',
            version: '1',
            condition: 'kind == "INDICATOR" && (gapPoints <= -10.0 || status == "OVERDUE")',
          },
        },
      },
    },
  ),
  ofPlan(
    '老旧小区 6 月底完成多少？（今天所知）',
    'How many old estates were renewed by the end of June, as known today?',
    'indicator(code: "old-estates-renewed") { assessment { actual } }',
    { indicator: { assessment: { actual: '250' } } },
    ', asOf: "2020-06-30"',
  ),
  ofPlan(
    '7 月 10 日时，我们说 6 月底完成了多少？',
    'And what did we say on 10 July that it was?',
    'indicator(code: "old-estates-renewed") { assessment { actual } }',
    { indicator: { assessment: { actual: '262' } } },
    ', asOf: "2020-06-30", knownAt: "2020-07-10T00:00:00Z"',
  ),
  ofPlan(
    '哪个数被更正过，更正前是多少？',
    'Which value was corrected, and what was it before?',
    `indicator(code: "old-estates-renewed") {
      observations(filter: { effectiveOn: { eq: "2020-06-30" } }) {
        nodes { value counts supersedes { value } supersededBy { value } recordedAt }
      }
    }`,
    {
      indicator: {
        observations: {
          nodes: [
            {
              value: '262',
              counts: false,
              supersedes: null,
              supersededBy: { value: '250' },
              recordedAt: '2020-07-05T00:00:00.000Z',
            },
            {
              value: '250',
              counts: true,
              supersedes: { value: '262' },
              supersededBy: null,
              recordedAt: '2020-07-20T00:00:00.000Z',
            },
          ],
        },
      },
    },
  ),
  ofPlan(
    '幼儿园报了数，为什么状态还是未知？',
    'The kindergartens were reported: why is their status unknown?',
    `indicator(code: "new-public-kindergartens") {
      observations { nodes { value reviewState counts } } assessment { status actual }
    }`,
    {
      indicator: {
        observations: { nodes: [{ value: '9', reviewState: 'SUBMITTED', counts: false }] },
        assessment: { status: 'UNKNOWN', actual: null },
      },
    },
  ),
  ofPlan(
    '把已报未审的也算上呢？',
    'And with what is submitted and not yet approved?',
    'view { includeSubmitted } indicator(code: "new-public-kindergartens") { assessment { status actual achieved } }',
    {
      view: { includeSubmitted: true },
      indicator: { assessment: { status: 'PENDING', actual: '9', achieved: '0.6' } },
    },
    ', includeSubmitted: true',
  ),
  ofPlan(
    '幼儿园的目标改过吗？',
    'Was the target of the kindergartens changed?',
    'indicator(code: "new-public-kindergartens") { target targetHistory { value from reason isAmendment } }',
    {
      indicator: {
        target: '15',
        targetHistory: [
          { value: '13', from: '2020-01-01', reason: null, isAmendment: false },
          { value: '15', from: '2020-05-01', reason: '入园人数多于预计', isAmendment: true },
        ],
      },
    },
  ),
  ofPlan(
    '4 月底时它的目标是多少？',
    'What was its target at the end of April?',
    'indicator(code: "new-public-kindergartens") { target }',
    { indicator: { target: '13' } },
    ', asOf: "2020-04-30"',
  ),
  ofPlan(
    '照现在的势头，老旧小区哪天能完成，年底到多少？',
    'At the present rate, when are the old estates done, and how many at the year’s end?',
    'indicator(code: "old-estates-renewed") { forecast { metOn valueAtDue points { value } } }',
    {
      indicator: {
        forecast: {
          metOn: '2020-08-24',
          valueAtDue: '614',
          points: ['20', '60', '120', '200', '250'].map((value) => ({ value })),
        },
      },
    },
  ),
  ofPlan(
    '年度投资每季度应到多少、实际多少？',
    'What was expected of the investment each quarter, and what was done?',
    'indicator(code: "annual-investment") { series(interval: QUARTER) { on expected actual } }',
    {
      indicator: {
        series: [
          { on: '2020-03-31', expected: '129.5', actual: '100' },
          { on: '2020-06-30', expected: '259', actual: '240' },
          { on: '2020-09-30', expected: '388.5', actual: null },
          { on: '2020-12-31', expected: '518', actual: null },
        ],
      },
    },
  ),
  ofPlan(
    '6 月底以来什么变了？',
    'What has changed since the end of June?',
    'changesSince(asOf: "2020-06-30") { nodes { commitmentCode kinds } }',
    {
      changesSince: {
        nodes: [
          ['indicator/annual-investment', 'SLIPPED'],
          ['milestone/new-starts-started', 'MET'],
          ['milestone/preliminary-prepared', 'SLIPPED'],
          ['obligation/plate-urban-design-by-june/erqi-trade-area', 'SLIPPED'],
          ['obligation/plate-urban-design-by-june/jinshui-headwaters', 'SLIPPED'],
          ['obligation/plate-urban-design-by-june/new-erqi-centre', 'SLIPPED'],
          ['obligation/plate-urban-design-by-june/fenghu-smart-district', 'MET'],
          ['obligation/plate-urban-design-by-june/football-town', 'SLIPPED'],
        ].map(([commitmentCode, kind]) => ({ commitmentCode, kinds: [kind] })),
      },
    },
  ),
  ofPlan(
    '7 月 10 日以来，对 6 月底的认识有什么更正？',
    'What has been corrected since 10 July in what we know of the end of June?',
    `changesSince(knownAt: "2020-07-10T00:00:00Z") {
      nodes { commitmentCode kinds before { actual } after { actual } }
    }`,
    {
      changesSince: {
        nodes: [
          {
            commitmentCode: 'indicator/old-estates-renewed',
            kinds: ['CORRECTED'],
            before: { actual: '262' },
            after: { actual: '250' },
          },
        ],
      },
    },
    ', asOf: "2020-06-30"',
  ),
]
