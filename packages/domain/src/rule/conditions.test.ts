import { describe, expect, it } from 'vitest'
import { smallPlan } from '../../test/small-plan.ts'
import { createRuleEngine } from './create-rule-engine.ts'
import type { SubjectFacts } from './engine.ts'

const engine = createRuleEngine()

/** What a condition on projects comes to for one project. */
function truth(condition: string, facts: SubjectFacts) {
  const compiled = engine.compileWhere(condition, smallPlan())
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value({ code: 'x', asOf: '2020-06-30', events: {}, ...facts })
}

describe('a condition', () => {
  const money = (total: number, done: number) => ({ investment: { total, done } })

  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['>', [false, false, true]],
    ['>=', [false, true, true]],
    ['==', [false, true, false]],
    ['!=', [true, false, true]],
  ])('holds two fields against each other by %s', (operator, wanted) => {
    const condition = `project.investment.done ${operator} project.investment.total`
    expect([50, 100, 150].map((done) => truth(condition, money(100, done)))).toEqual(wanted)
  })

  it('reckons in whole numbers, and has no value where it divides by zero', () => {
    expect(truth('daysBetween("2020-06-01", asOf) / 10 == 2', {})).toBe(true)
    expect(truth('daysBetween("2020-06-01", asOf) % 10 == 9', {})).toBe(true)
    const byNothing = truth('10 / daysBetween(asOf, "2020-06-30") > 1', {})
    expect(byNothing).toHaveProperty('missing')
    expect(truth('10 % daysBetween(asOf, "2020-06-30") > 1', {})).toHaveProperty('missing')
  })
})
