import type { Lang } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import { expect, test } from 'vitest'
import { describeIssue, parsePlan } from '../src/index.ts'
import { HEAD, MILESTONE } from './wrong-file.ts'

const engine = createRuleEngine()

/** What is said of a text, and the places marked in it, in order. */
function refusals(marked: string, lang: Lang = 'EN') {
  const pieces = marked.split('▶')
  const places = pieces.slice(0, -1).map((_, n) => {
    const before = pieces
      .slice(0, n + 1)
      .join('')
      .split('\n')
    return `x.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}`
  })
  const parsed = parsePlan(pieces.join(''), { fileName: 'x.yaml', engine })
  const said = parsed.ok ? [] : parsed.issues.map((issue) => describeIssue(issue, lang))
  return { said, places }
}

function rule(fields: string): string {
  return `${HEAD}rules:\n  - code: r\n    title: 规则\n    subject: PROJECT\n    severity: INFO\n${fields}\n`
}

const noKnd =
  'rules[0].require: not a condition in CEL: There is no field project.knd; expected one that compiles'

test('conditions that compile are taken, and without an engine they are not looked at', () => {
  expect(refusals(rule('    require: project.kind == "NEW_START"')).said).toEqual([])
  expect(parsePlan(rule('    require: this is no CEL')).ok).toBe(true)
})

test.each([
  ['a plain text', 'project.▶knd == "x"'],
  ['a plain text, further on', 'project.kind == "NEW_START" && project.▶knd == "x"'],
  [
    'double quotes with escapes',
    String.raw`"project.kind == \"NEW_START\" && project.▶knd == \"x\""`,
  ],
  [
    'double quotes with characters by number',
    String.raw`"project.plate == \"\u4e8c\x41\U0001F600\" && project.▶knd == \"x\""`,
  ],
  ['single quotes with quotes in them', "'project.kind == ''NEW_START'' && project.▶knd == ''x'''"],
  ['a text over several lines', 'project.kind == "NEW_START"\n      && project.▶knd == "x"'],
  ['a literal block', '|\n      project.kind == "NEW_START"\n        && project.▶knd == "x"'],
  ['a block without its last break', '|-\n\n      true &&\n\n      project.▶knd == "x"'],
  ['a folded block', '>-\n      project.kind == "NEW_START"\n      &&\n      project.▶knd == "x"'],
  [
    'a block with a comment',
    '>2 # why\n      project.kind == "NEW_START" &&\n      project.▶knd == "x"',
  ],
])('an issue in %s is told at its own line and column', (_, source) => {
  const { said, places } = refusals(rule(`    require: ${source}`))
  expect(said).toEqual([`${places[0]} ${noKnd}`])
})

test('an issue of a due date, a policy, a score and a derivation is told at its field', () => {
  const text = `${rule(`    require: 'true'\n    due: { cel: project.▶due }`)}
policies:
  - code: p
    version: '1'
    title: 办法
    lights:
      - { light: RED, when: status == ▶"LATE" }
      - { light: GREEN, when: ▶stats == "MET" }
    scores:
      - { code: s, title: 分, when: daysLate > 0, points: { cel: 0 - ▶daysLat } }
indicators:
  - code: i
    title: 开工项目数
    direction: INCREASE
    comparator: AT_LEAST
    target: 1
    unit: PROJECT
    accumulation: DERIVED
    derivation: { aggregate: COUNT, where: project.▶knd == "x" }
`
  const { said, places } = refusals(text)
  const fields = [
    'rules[0].due.cel',
    'policies[0].lights[0].when',
    'policies[0].lights[1].when',
    'policies[0].scores[0].points.cel',
    'indicators[0].derivation.where',
  ]
  expect(said.map((line) => line.slice(0, line.indexOf(': ')))).toEqual(
    fields.map((field, n) => `${places[n]} ${field}`),
  )
})

test('a condition that does not parse is told together with what else is wrong', () => {
  const text = `${rule('    require: project.kind ==▶')}${MILESTONE}, task: ▶x }\n`
  const { said, places } = refusals(text)
  expect(said).toEqual([
    `${places[0]} rules[0].require: not a condition in CEL: Syntax error: Unexpected token: EOF; expected one that compiles`,
    `${places[1]} milestones[0].task: there is no task x; expected the code of one that is there`,
  ])
})

test('it is told in Chinese', () => {
  const { said, places } = refusals(rule('    require: project.▶knd == "x"'), 'ZH')
  expect(said).toEqual([
    `${places[0]} rules[0].require: CEL 条件有误：没有“project.knd”这个字段；应为可以编译的条件`,
  ])
})
