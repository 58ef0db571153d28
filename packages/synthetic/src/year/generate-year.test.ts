import { createHash } from 'node:crypto'
import {
  codesOf,
  type Fact,
  isDate,
  isDecimal,
  isInstant,
  type Observation,
  type Plan,
  type Review,
  type SubjectRef,
} from '@duban/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generatePlan } from '../plan/generate-plan.ts'
import { planOptions, usual, yearOptions } from '../testing/plans.ts'
import { adoptPlan } from './adopt-plan.ts'
import { generateYear } from './generate-year.ts'

const plan = generatePlan(usual)
const year = generateYear(plan, { seed: 1 })

function ofType<T extends Fact['type']>(facts: readonly Fact[], type: T) {
  return facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type)
}

/** Runs a check over years of plans of all sizes. */
function overYears(check: (facts: readonly Fact[], plan: Plan) => void): void {
  fc.assert(
    fc.property(planOptions, yearOptions, (options, how) => {
      const plan = generatePlan(options)
      check(generateYear(plan, how), plan)
    }),
    { numRuns: 25 },
  )
}

test('the same seed gives the same facts to the byte, and another seed others', () => {
  fc.assert(
    fc.property(planOptions, yearOptions, (options, how) => {
      const plan = generatePlan(options)
      expect(JSON.stringify(generateYear(plan, how))).toBe(JSON.stringify(generateYear(plan, how)))
    }),
    { numRuns: 10 },
  )
  expect(JSON.stringify(generateYear(plan, { seed: 2 }))).not.toBe(JSON.stringify(year))
})

test('these bytes come out on every machine', () => {
  const bytes = JSON.stringify([plan, adoptPlan(plan), year])
  expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
    `"82264ae303350c616050aa7e42acbe806ed84d797cceaf663ebf103c18b4e984"`,
  )
})

test('facts are synthetic, have ids of their own, and stand in the order of recording', () => {
  overYears((facts) => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    expect(facts.filter(({ synthetic }) => synthetic !== true)).toEqual([])
    expect(facts.filter(({ recordedAt }) => !isInstant(recordedAt))).toEqual([])
    expect(facts.filter(({ effectiveOn }) => !isDate(effectiveOn))).toEqual([])
    const instants = facts.map(({ recordedAt }) => recordedAt)
    expect(instants.toSorted()).toEqual(instants)
  })
})

test('what is reported is recorded some days after the day it is true for', () => {
  const reported = new Set(['OBSERVATION', 'REVIEW', 'MILESTONE_RECORD', 'STAGE_CHANGE'])
  overYears((facts) => {
    const early = facts.filter(
      ({ type, effectiveOn, recordedAt }) =>
        reported.has(type) && recordedAt.slice(0, 10) <= effectiveOn,
    )
    expect(early).toEqual([])
  })
})

test('every id and code that a fact names is there, earlier than itself', () => {
  overYears((facts, plan) => {
    const codes = codesOf(plan)
    const earlier = new Map<string, Fact>()
    const dangling = facts.filter((fact) => {
      const named = partsNamed(fact).every(({ kind, code }) => codes.get(kind)?.has(code))
      const found = factsNamed(fact).every(({ id, type }) => earlier.get(id)?.type === type)
      earlier.set(fact.id, fact)
      return !named || !found
    })
    expect(dangling).toEqual([])
  })
})

function partsNamed(fact: Fact): readonly SubjectRef[] {
  if (fact.type === 'OBSERVATION') return [fact.of]
  if (fact.type === 'STAGE_CHANGE') return [{ kind: 'PROJECT', code: fact.project }]
  if (fact.type === 'MILESTONE_RECORD') return [fact.subject]
  if (fact.type === 'AMENDMENT') return [{ kind: 'INDICATOR', code: fact.indicator }]
  if (fact.type !== 'EXTENSION_REQUEST' && fact.type !== 'WAIVER') return []
  const [kind, code = ''] = fact.commitment.split('/')
  return [{ kind: kind === 'milestone' ? 'MILESTONE' : 'INDICATOR', code }]
}

function factsNamed(fact: Fact): readonly { readonly id: string; readonly type: Fact['type'] }[] {
  const { supersedes, type } = fact
  return [
    ...(supersedes === undefined ? [] : [{ id: supersedes, type }]),
    ...(fact.type === 'REVIEW' ? [{ id: fact.observation, type: 'OBSERVATION' } as const] : []),
    ...(fact.type === 'EXTENSION_DECISION'
      ? [{ id: fact.request, type: 'EXTENSION_REQUEST' } as const]
      : []),
  ]
}

test('observations come from units of the plan, and are canonical decimals', () => {
  overYears((facts, { units }) => {
    const known = new Set(units.map(({ code }) => code))
    const wrong = ofType(facts, 'OBSERVATION').filter(
      ({ value, reporter }) => !isDecimal(value) || !known.has(reporter),
    )
    expect(wrong).toEqual([])
  })
})

test('a running total that stands never falls', () => {
  overYears((facts, { indicators }) => {
    const totals = new Set(
      indicators.filter((it) => it.accumulation === 'CUMULATIVE').map(({ code }) => code),
    )
    const observations = ofType(facts, 'OBSERVATION')
    const superseded = new Set(observations.map(({ supersedes }) => supersedes))
    const last = new Map<string, number>()
    const falling = observations
      .filter((it) => totals.has(it.of.code) && !superseded.has(it.id))
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
      .filter(({ of, reporter, value }) => {
        const key = `${of.code} ${reporter}`
        const before = last.get(key) ?? 0
        last.set(key, Number(value))
        return Number(value) < before
      })
    expect(falling).toEqual([])
  })
})

function reviewsOf(facts: readonly Fact[]): ReadonlyMap<string, readonly Review['state'][]> {
  const states = new Map<string, readonly Review['state'][]>()
  for (const { observation, state } of ofType(facts, 'REVIEW')) {
    states.set(observation, [...(states.get(observation) ?? []), state])
  }
  return states
}

test('every report is reviewed: approved, or returned with a reason and corrected by another', () => {
  const observations = ofType(year, 'OBSERVATION')
  const reviews = reviewsOf(year)
  const corrections = new Map(observations.map((it) => [it.supersedes, it]))
  let returned = 0
  for (const observation of observations) {
    const states = reviews.get(observation.id) ?? []
    const path = [observation.state, ...states].join(' ')
    expect(['SUBMITTED APPROVED', 'SUBMITTED RETURNED', 'DRAFT SUBMITTED APPROVED']).toContain(path)
    if (states.at(-1) !== 'RETURNED') continue
    returned++
    const correction = corrections.get(observation.id)
    expect(correction?.of).toEqual(observation.of)
    expect(correction?.effectiveOn).toBe(observation.effectiveOn)
    expect(reviews.get(correction?.id ?? '')).toEqual(['APPROVED'])
  }
  expect(returned).toBeGreaterThan(10)
  for (const review of ofType(year, 'REVIEW')) {
    expect(review.reason !== undefined).toBe(review.state === 'RETURNED')
  }
})

test('a complete year has 52 reports a week apart, approved as they are recorded, and no reviews', () => {
  const facts = generateYear(plan, { seed: 1, reports: 'WEEKLY', complete: true })
  const counts = new Map<string, number>()
  for (const { of, reporter, state } of ofType(facts, 'OBSERVATION')) {
    expect(state).toBe('APPROVED')
    const key = `${of.kind} ${of.code} ${reporter}`
    if (of.kind === 'INDICATOR') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect([...new Set(counts.values())]).toEqual([52])
  expect(ofType(facts, 'REVIEW')).toEqual([])
})

test('the year holds what a year holds', () => {
  const definitions = ofType(year, 'DEFINITION')
  expect(definitions).toHaveLength(1)
  const [quiet] = definitions.flatMap(({ change }) => ('set' in change ? [change.set] : []))
  const before = plan.indicators.find(({ code }) => code === quiet?.code)
  expect(before).toBeDefined()
  const target = quiet?.kind === 'INDICATOR' ? quiet.value.target : before?.target
  expect(target).not.toBe(before?.target)
  expect(ofType(year, 'AMENDMENT')).toHaveLength(1)
  expect(ofType(year, 'AMENDMENT')[0]?.indicator).not.toBe(quiet?.code)
  const decisions = ofType(year, 'EXTENSION_DECISION')
  expect(decisions.map(({ approved }) => approved)).toContain(true)
  expect(decisions.map(({ approved }) => approved)).toContain(false)
  expect(decisions).toHaveLength(2)
  expect(ofType(year, 'WAIVER')).toHaveLength(1)
})

test('more time is asked for before the due date, and the granted date is kept', () => {
  const requests = ofType(year, 'EXTENSION_REQUEST')
  for (const decision of ofType(year, 'EXTENSION_DECISION')) {
    const request = requests.find(({ id }) => id === decision.request)
    const code = request?.commitment.slice('milestone/'.length) ?? ''
    const due = plan.milestones.find((it) => it.code === code)?.dueOn ?? ''
    const met = ofType(year, 'MILESTONE_RECORD').findLast(({ subject }) => subject.code === code)
    expect((request?.effectiveOn ?? '') < due).toBe(true)
    expect(decision.effectiveOn <= due).toBe(true)
    expect((request?.dueOn ?? '') > due).toBe(true)
    expect((met?.effectiveOn ?? '') > due).toBe(true)
    const kept = (met?.effectiveOn ?? '') <= (request?.dueOn ?? '')
    expect(kept || !decision.approved).toBe(true)
  }
})

test('some new starts are late, some never start, and most are in time', () => {
  const starts = new Map(
    ofType(year, 'STAGE_CHANGE').flatMap(({ project, stage, effectiveOn }) =>
      stage === 'STARTED' ? [[project, effectiveOn] as const] : [],
    ),
  )
  const wanted = plan.projects.filter(({ kind }) => kind === 'NEW_START')
  const inTime = wanted.filter(({ code }) => (starts.get(code) ?? '2021') <= '2020-06-30').length
  const late = wanted.filter(({ code }) => (starts.get(code) ?? '2020') > '2020-06-30').length
  expect(inTime).toBeGreaterThan(wanted.length / 3)
  expect(late).toBeGreaterThan(0)
  expect(inTime + late).toBeLessThan(wanted.length)
})

test('investment lies low in winter: the first two months bring far less than a sixth', () => {
  const { done, planned } = investedBy(year, '2020-02-29')
  expect(done).toBeGreaterThan(0)
  expect(done / planned).toBeLessThan(0.08)
  const wholeYear = investedBy(year, '2020-12-31')
  expect(wholeYear.done / wholeYear.planned).toBeGreaterThan(0.75)
  const november = investedBy(year, '2020-11-30')
  const june = investedBy(year, '2020-06-30').done - investedBy(year, '2020-05-31').done
  expect(wholeYear.done - november.done).toBeLessThan(june)
})

function investedBy(facts: readonly Fact[], date: string) {
  const superseded = new Set(facts.map(({ supersedes }) => supersedes))
  const latest = new Map<string, Observation>()
  for (const fact of ofType(facts, 'OBSERVATION')) {
    if (fact.of.kind !== 'PROJECT' || fact.effectiveOn > date || superseded.has(fact.id)) continue
    const standing = latest.get(fact.of.code)
    if (standing === undefined || standing.effectiveOn < fact.effectiveOn) {
      latest.set(fact.of.code, fact)
    }
  }
  const done = [...latest.values()].reduce((sum, { value }) => sum + Number(value), 0)
  const planned = plan.projects.reduce((sum, it) => sum + Number(it.investment?.thisYear), 0)
  return { done, planned }
}

test('the plan is adopted before anything is reported, every part once', () => {
  overYears((facts, plan) => {
    const adopted = adoptPlan(plan)
    expect(adopted[0]?.change).toMatchObject({ set: { kind: 'PLAN', code: plan.code } })
    expect(new Set(adopted.map(({ id }) => id)).size).toBe(adopted.length)
    const last = adopted.at(-1)?.recordedAt ?? ''
    expect(facts.filter(({ recordedAt }) => recordedAt <= last)).toEqual([])
  })
})
