import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../rule/compile.ts'
import type { CompiledPolicy, PolicyFacts } from '../rule/engine.ts'
import { policyFacts } from '../testing/policy-facts.ts'
import { DEFAULT_POLICY_CODE, SHIPPED_POLICIES } from './shipped-policies.ts'
import { YINCHUAN_2025 } from './yinchuan-2025.ts'
import { COMPILED_YINCHUAN_2025 } from './yinchuan-2025-compiled.ts'

const PENDING: PolicyFacts = {
  kind: 'INDICATOR',
  status: 'PENDING',
  modality: null,
  achieved: null,
  expected: null,
  gapPoints: null,
  actual: null,
  target: null,
  daysLate: 0,
  monthsLate: 0,
  daysToDue: 100,
  timesRescheduled: 0,
  weight: 1,
  monthsBehind: 0,
  peers: { average: null, count: 0 },
  lastYear: { actual: null, changePercent: null },
}

function fromSource(): CompiledPolicy {
  const compiled = compilePolicy(YINCHUAN_2025)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value
}

describe('5 the default policy', () => {
  it.each<[Partial<PolicyFacts>, string]>([
    [{ status: 'WAIVED', gapPoints: -50 }, 'GREY'],
    [{ status: 'UNKNOWN' }, 'GREY'],
    [{ status: 'MET', gapPoints: -50 }, 'GREEN'],
    [{ status: 'MET_LATE', kind: 'MILESTONE', monthsLate: 5 }, 'GREEN'],
    [{ status: 'OVERDUE', kind: 'MILESTONE', monthsLate: 3 }, 'RED'],
    [{ status: 'OVERDUE', kind: 'MILESTONE', monthsLate: 2 }, 'YELLOW'],
    [{ status: 'OVERDUE', kind: 'OBLIGATION', monthsLate: 0 }, 'YELLOW'],
    [{ status: 'OVERDUE', kind: 'OBLIGATION', monthsLate: 4 }, 'RED'],
    [{ status: 'PENDING', gapPoints: -30.01 }, 'RED'],
    [{ status: 'PENDING', gapPoints: -30 }, 'YELLOW'],
    [{ status: 'PENDING', gapPoints: -10 }, 'YELLOW'],
    [{ status: 'PENDING', gapPoints: -9.99 }, 'BLUE'],
    [{ status: 'PENDING', gapPoints: -0.01 }, 'BLUE'],
    [{ status: 'PENDING', gapPoints: 0 }, 'GREEN'],
    [{ status: 'OVERDUE', gapPoints: -30.01 }, 'RED'],
    [{ status: 'OVERDUE', gapPoints: -1 }, 'YELLOW'],
    [{ status: 'OVERDUE', gapPoints: null }, 'YELLOW'],
    [{ status: 'OVERDUE', monthsLate: 9, gapPoints: -1 }, 'YELLOW'],
    [{ status: 'DUE_SOON', gapPoints: 0 }, 'GREEN'],
    [{ status: 'DUE_SOON', gapPoints: 7.33 }, 'GREEN'],
    [{ status: 'DUE_SOON', gapPoints: null }, 'BLUE'],
    [{ status: 'DUE_SOON', kind: 'MILESTONE' }, 'BLUE'],
    [{ status: 'DUE_SOON', kind: 'OBLIGATION', gapPoints: 5 }, 'BLUE'],
    [{ status: 'PENDING', kind: 'MILESTONE' }, 'GREEN'],
    [{ status: 'PENDING', gapPoints: null }, 'GREEN'],
  ])('lights %j %s', (facts, light) => {
    expect(COMPILED_YINCHUAN_2025.lightOf({ ...PENDING, ...facts }).light).toBe(light)
  })

  it('names the condition that fired', () => {
    const { condition } = COMPILED_YINCHUAN_2025.lightOf({ ...PENDING, gapPoints: -31 })
    expect(condition).toBe('kind == "INDICATOR" && gapPoints < -30.0')
  })

  it('compiled in code equals its CEL source on any facts', () => {
    const source = fromSource()
    expect(source.readsPeers).toBe(COMPILED_YINCHUAN_2025.readsPeers)
    fc.assert(
      fc.property(policyFacts, (facts) => {
        expect(COMPILED_YINCHUAN_2025.lightOf(facts)).toEqual(source.lightOf(facts))
        expect(COMPILED_YINCHUAN_2025.scoresOf(facts)).toEqual(source.scoresOf(facts))
      }),
      { numRuns: 1000 },
    )
  })

  it('is tried by those facts in every line', () => {
    const fired = new Set(
      fc
        .sample(policyFacts, { numRuns: 3000, seed: 1 })
        .map((facts) => COMPILED_YINCHUAN_2025.lightOf(facts).condition),
    )
    expect([...fired].sort()).toEqual(YINCHUAN_2025.lights.map((line) => line.when).sort())
  })

  it('scores by weight', () => {
    expect(
      COMPILED_YINCHUAN_2025.scoresOf({
        ...PENDING,
        status: 'OVERDUE',
        monthsLate: 3,
        weight: 1.5,
      }),
    ).toEqual([
      { code: 'overdue', points: '-7.5' },
      { code: 'long-overdue', points: '-7.5' },
    ])
    expect(COMPILED_YINCHUAN_2025.scoresOf(PENDING)).toEqual([])
  })

  it('is shipped, with a source, and marks what the source leaves open', () => {
    expect(SHIPPED_POLICIES.map((policy) => policy.code)).toContain(DEFAULT_POLICY_CODE)
    expect(YINCHUAN_2025.source?.en).toContain('18 March 2025')
    const open = YINCHUAN_2025.lights.filter((line) => line.openInSource === true)
    expect(open.map((line) => line.light)).toEqual(['GREY', 'BLUE', 'BLUE'])
  })
})
