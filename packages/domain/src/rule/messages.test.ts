import { describe, expect, it } from 'vitest'
import { addQuantities } from '../quantity/quantity.ts'
import { SHIPPED_UNITS } from '../quantity/shipped-units.ts'
import { BARE_PLAN } from '../testing/bare-plan.ts'
import { createRuleEngine } from './create-rule-engine.ts'
import { celIssueMessage, quantityIssueMessage } from './messages.ts'

const engine = createRuleEngine({ limits: { maxCost: 100, maxLength: 200 } })

const WRONG = [
  'project.knid == ""',
  'nobody',
  'project.kind == "NEWSTART"',
  'project.events.started < "June"',
  'project.code',
  'project.investment.total > ""',
  'has(project.events)',
  'project.code.matches("a")',
  '[1][0] == 1',
  'project.code.split("").all(c, true)',
  '1 ==',
  '[1,2,3,4,5,6,7,8].all(a, [1,2,3,4,5,6,7,8].all(b, a == b))',
  ' '.repeat(201),
  `${'!('.repeat(40)}true${')'.repeat(40)}`,
]

describe('messages', () => {
  it.each(WRONG)('tell in both languages what is wrong with %s', (source) => {
    const result = engine.compileWhere(source, BARE_PLAN)
    const issues = result.ok ? [] : result.issues
    expect(issues).not.toEqual([])
    for (const issue of issues) {
      const [zh, en] = [celIssueMessage(issue, 'ZH'), celIssueMessage(issue, 'EN')]
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[a-z]/)
      expect(zh + en).not.toMatch(/\{\w+\}/)
    }
  })

  it('name the field, the value and the values', () => {
    const result = engine.compileWhere('project.kind == "NEWSTART"', BARE_PLAN)
    expect(result.ok ? [] : result.issues.map((issue) => celIssueMessage(issue, 'EN'))).toEqual([
      '"NEWSTART" is none of the values: NEW_START, CONTINUING, PRELIMINARY',
    ])
    const unknown = engine.compileWhere('project.knid == ""', BARE_PLAN)
    expect(unknown.ok ? [] : unknown.issues.map((issue) => celIssueMessage(issue, 'ZH'))).toEqual([
      '没有“project.knid”这个字段',
    ])
  })

  it('name both units of a sum over two dimensions', () => {
    const [first, ...rest] = SHIPPED_UNITS
    const other = rest.find((unit) => unit.dimension !== first?.dimension)
    const sum =
      first === undefined || other === undefined
        ? null
        : addQuantities([{ value: '1', unit: other }], first)
    expect(sum === null || sum.ok ? '' : quantityIssueMessage(sum.issue, 'EN')).toBe(
      `The units ${other?.code} and ${first?.code} are of different dimensions: they neither add nor convert`,
    )
  })
})
