import { expect, test } from 'vitest'
import { describeIssue, parsePlan } from '../src/index.ts'
import { DOCUMENT, HEAD, INDICATOR, OBSERVATION } from './wrong-file.ts'

function read(text: string) {
  const parsed = parsePlan(text, { fileName: 'x.yaml' })
  return parsed.ok
    ? { plan: parsed.plan, warnings: parsed.warnings.map((each) => describeIssue(each, 'EN')) }
    : { issues: parsed.issues.map((each) => describeIssue(each, 'EN')) }
}

test('decimals are read digit for digit, whether written as numbers or as text', () => {
  for (const [written, target] of [
    ['0.1', '0.1'],
    ['518.00', '518'],
    ['"518.00"', '518'],
    ['007', '7'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['12345678901234567890.12345678901234567891', '12345678901234567890.12345678901234567891'],
    ['9007199254740993', '9007199254740993'],
  ] as const) {
    const { plan } = read(`${HEAD + INDICATOR.replace('target: 1', `target: ${written}`)} }`)
    expect(plan?.indicators[0]?.target).toBe(target)
  }
})

test.each([
  '1e3',
  '1E3',
  '1.5e-3',
  '0x1F',
  '0o17',
  '.5',
  '5.',
  '+5',
  '.inf',
  '.nan',
  '1_000',
  '１２',
])('the decimal %s is refused', (written) => {
  const { issues } = read(`${HEAD + INDICATOR.replace('target: 1', `target: ${written}`)} }`)
  expect(issues).toHaveLength(1)
  expect(issues?.[0]).toMatch(/^x\.yaml:9:78 indicators\[0\]\.target: .* (exponent|decimal number)/)
})

test('a bare text is Chinese, and absent lists are empty', () => {
  const { plan } = read(`${HEAD}tasks: [{ code: t, number: 1, title: 任务 }]`)
  expect(plan?.tasks).toEqual([
    { code: 't', number: 1, title: { zh: '任务' }, actions: [], mechanisms: [], locators: [] },
  ])
  expect(plan?.rules).toEqual([])
})

test('a locator without a document is in the only one', () => {
  const where = 'locators: [{ section: 一, paragraph: 1, start: 0, end: 1 }]'
  const { plan } = read(
    `${HEAD + DOCUMENT}plates: [{ code: p, name: 板块, goals: [{ text: 目标, ${where} }], ${where} }]`,
  )
  const [plate] = plan?.plates ?? []
  expect([plate?.goals[0]?.locators, plate?.locators]).toEqual([
    [{ document: 'd', section: '一', paragraph: 1, start: 0, end: 1 }],
    [{ document: 'd', section: '一', paragraph: 1, start: 0, end: 1 }],
  ])
})

test('an instant with an offset is read into UTC', () => {
  const facts = `facts:\n${OBSERVATION.replace('2020-05-02T00:00:00Z', '2020-05-02T07:30:00+08:00')}`
  const parsed = parsePlan(`${HEAD + INDICATOR} }\nunits: [{ code: u, name: 单位 }]\n${facts}`)
  expect(parsed).toMatchObject({ ok: true, facts: [{ recordedAt: '2020-05-01T23:30:00.000Z' }] })
})

test('everything that is wrong is told at once, in the order of lines', () => {
  const text = `${HEAD}projects:
  - { code: p, name: 项目, plate: north, stage: DONE }
  - { code: p, name: 项目 }
themes:
  - { code: t, titel: 主题 }
themes: []
${INDICATOR.replace('LEVEL', 'RATIO')}, dueOn: 2020-02-30, checkpoints: [] }
`
  expect(read(text).issues).toEqual([
    'x.yaml:9:33 projects[0].plate: there is no plate north; expected the code of one that is there',
    expect.stringMatching(/^x\.yaml:9:47 projects\[0\]\.stage: DONE is not one of the values/),
    'x.yaml:10:13 projects[1].code: the project p stands at 9:13 already; expected a code of its own',
    'x.yaml:12:5 themes[0].title: title is missing; expected it here',
    'x.yaml:12:16 themes[0].titel: there is no key titel (did you mean title?); expected one of code, title, locators',
    'x.yaml:13:1 themes: the key themes stands at 11:1 already; expected it once',
    'x.yaml:15:5 indicators[0]: numerator is missing; expected it where accumulation is RATIO',
    'x.yaml:15:5 indicators[0]: denominator is missing; expected it where accumulation is RATIO',
    expect.stringMatching(/^x\.yaml:15:122 indicators\[0\]\.dueOn: 2020-02-30 is not a date/),
    expect.stringMatching(
      /^x\.yaml:15:134 indicators\[0\]\.checkpoints: checkpoints has no meaning/,
    ),
  ])
})

test('JSON is read with line and column too', () => {
  const json = JSON.stringify(
    {
      format: 'duban-plan/1',
      plan: {
        code: 'a',
        title: '计划',
        district: { code: 'd', name: '区' },
        period: { start: '2020-01-01', end: '2020-02-30' },
        timeZone: 'Asia/Shanghai',
      },
      themes: [{ code: 't', title: '\ud83d\ude00\u0000', locators: [] }],
      units: [{ code: 'u', name: '单位', parent: 'v' }],
    },
    null,
    '\t',
  )
  expect(read(json).issues).toEqual([
    'x.yaml:12:11 plan.period.end: 2020-02-30 is not a date; expected a calendar date YYYY-MM-DD',
    'x.yaml:19:13 themes[0].title: the text holds the control character U+0000; expected characters that can be seen',
    'x.yaml:27:14 units[0].parent: there is no unit v; expected the code of one that is there',
  ])
  expect(
    read(json.replace('02-30', '02-29').replace('\\u0000', '').replace('"v"', '"v"')).issues,
  ).toHaveLength(1)
})

test('facts about parts that are gone are told of and taken', () => {
  const { plan, warnings } = read(`${HEAD}facts:\n${OBSERVATION}`)
  expect(plan?.code).toBe('a')
  expect(warnings).toEqual([
    'x.yaml:9:136 facts[0].of.code: there is no indicator i; expected the code of one that is there',
    'x.yaml:9:161 facts[0].reporter: there is no unit u; expected the code of one that is there',
  ])
})

test('policies that are there without the file can be named', () => {
  const text = HEAD.replace('  timeZone', '  policy: house\n  timeZone')
  expect(parsePlan(text).ok).toBe(false)
  expect(parsePlan(text, { policies: ['house'] }).ok).toBe(true)
})

test('an indicator may be due years after the plan ends', () => {
  expect(read(`${HEAD + INDICATOR}, dueOn: 2025-12-31 }`).issues).toBeUndefined()
})
