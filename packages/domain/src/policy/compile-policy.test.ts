import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../rule/compile.ts'
import { policyFacts } from '../testing/policy-facts.ts'
import type { Light, Policy } from './policy.ts'

function policyOf(...lights: readonly (readonly [Light, string])[]): Policy {
  return {
    code: 'own',
    version: '1',
    title: { zh: '自定' },
    lights: lights.map(([light, when]) => ({ light, when })),
  }
}

const facts = fc.sample(policyFacts, 1)[0]

describe('5 a policy is data', () => {
  it('lights by the first condition that holds, and is grey where none does', () => {
    const compiled = compilePolicy(policyOf(['RED', 'daysLate > 10'], ['YELLOW', 'daysLate > 3']))
    expect(compiled.ok && facts).toBeTruthy()
    if (!compiled.ok || facts === undefined) return
    const lightAt = (daysLate: number) => compiled.value.lightOf({ ...facts, daysLate })
    expect(lightAt(11)).toEqual({ light: 'RED', condition: 'daysLate > 10' })
    expect(lightAt(10)).toEqual({ light: 'YELLOW', condition: 'daysLate > 3' })
    expect(lightAt(3)).toEqual({ light: 'GREY', condition: '' })
  })

  it('passes over a condition that meets a missing value, unless it asks has()', () => {
    const compiled = compilePolicy(
      policyOf(
        ['RED', 'gapPoints < 0.0'],
        ['YELLOW', 'has(assessment.gapPoints)'],
        ['GREEN', '!has(assessment.peers.average)'],
        ['BLUE', 'true'],
      ),
    )
    expect(compiled.ok).toBe(true)
    if (!compiled.ok || facts === undefined) return
    const unknown = { ...facts, gapPoints: null }
    const peers = { average: null, count: 0 }
    expect(compiled.value.lightOf({ ...unknown, peers }).light).toBe('GREEN')
    expect(compiled.value.lightOf({ ...unknown, peers: { average: 1, count: 2 } }).light).toBe(
      'BLUE',
    )
    expect(compiled.value.lightOf({ ...facts, gapPoints: 0, peers }).light).toBe('YELLOW')
  })

  it('may look at peers, at months in a row and at last year, and says whether it reads peers', () => {
    const peers = compilePolicy(policyOf(['RED', 'achieved < peers.average - 0.2']))
    const others = compilePolicy(
      policyOf(['RED', 'monthsBehind >= 3 || lastYear.changePercent < -5.0']),
    )
    const deep = compilePolicy(policyOf(['RED', 'assessment.peers.count > 3']))
    expect([peers, others, deep].map((each) => each.ok && each.value.readsPeers)).toEqual([
      true,
      false,
      true,
    ])
  })

  it('gives points, fixed or computed, per line that holds', () => {
    const compiled = compilePolicy({
      ...policyOf(['GREEN', 'true']),
      scores: [
        { code: 'a', title: { zh: '甲' }, when: 'true', points: '2.50' },
        { code: 'b', title: { zh: '乙' }, when: 'true', points: { cel: 'achieved * 10.0' } },
        { code: 'c', title: { zh: '丙' }, when: 'daysLate > 0', points: { cel: '-daysLate' } },
        { code: 'd', title: { zh: '丁' }, when: 'true', points: { cel: '1.0 / 0.0' } },
      ],
    })
    expect(compiled.ok).toBe(true)
    if (!compiled.ok || facts === undefined) return
    expect(compiled.value.scoresOf({ ...facts, achieved: 0.123, daysLate: 4 })).toEqual([
      { code: 'a', points: '2.5' },
      { code: 'b', points: '1.23' },
      { code: 'c', points: '-4' },
    ])
    expect(compiled.value.scoresOf({ ...facts, achieved: null, daysLate: 0 })).toEqual([
      { code: 'a', points: '2.5' },
    ])
  })

  it('reports every line that is wrong, with its path, line and column', () => {
    const compiled = compilePolicy({
      ...policyOf(
        ['RED', 'kind == "INDICATOR" &&\n  gapPonts < -30.0'],
        ['YELLOW', 'daysLate'],
        ['GREEN', 'true'],
        ['BLUE', 'status == '],
      ),
      scores: [
        { code: 'a', title: { zh: '甲' }, when: 'status == "OVERDEU"', points: 'five' },
        { code: 'b', title: { zh: '乙' }, when: 'true', points: { cel: 'status' } },
      ],
    })
    expect(
      compiled.ok
        ? []
        : compiled.issues.map(({ path, line, column, code }) => ({ path, line, column, code })),
    ).toEqual([
      { path: 'lights.0.when', line: 2, column: 3, code: 'UNKNOWN_FIELD' },
      { path: 'lights.1.when', line: 1, column: 1, code: 'TYPE' },
      { path: 'lights.3.when', line: 1, column: 11, code: 'SYNTAX' },
      { path: 'scores.0.when', line: 1, column: 11, code: 'TYPE' },
      { path: 'scores.0.points', line: 1, column: 1, code: 'TYPE' },
      { path: 'scores.1.points.cel', line: 1, column: 1, code: 'TYPE' },
    ])
  })

  it('is total on any facts', () => {
    const compiled = compilePolicy(
      policyOf(
        ['RED', 'daysLate / monthsLate > 1 && achieved / expected < 0.5'],
        ['BLUE', 'weight > 1'],
      ),
    )
    expect(compiled.ok).toBe(true)
    fc.assert(
      fc.property(policyFacts, (any) => {
        expect(compiled.ok && compiled.value.lightOf(any).light).toMatch(/RED|BLUE|GREY/)
      }),
    )
  })
})
