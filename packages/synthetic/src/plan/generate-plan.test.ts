import {
  findMeasureUnit,
  isDate,
  isDecimal,
  lintPlan,
  parseExact,
  signOf,
  ZERO,
} from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RULE_COUNT } from '../content/rules.ts'
import { planOptions, usual } from '../testing/plans.ts'
import { generateDistricts } from './generate-districts.ts'
import { generatePlan } from './generate-plan.ts'

test('the same options give the same plan to the byte, and another seed another plan', () => {
  fc.assert(
    fc.property(planOptions, (options) => {
      expect(JSON.stringify(generatePlan(options))).toBe(JSON.stringify(generatePlan(options)))
    }),
    { numRuns: 30 },
  )
  const text = (seed: number) => JSON.stringify(generatePlan({ ...usual, seed }))
  expect(text(1)).not.toBe(text(2))
})

test('a plan has the sizes asked for, and says that it is simulated', () => {
  fc.assert(
    fc.property(planOptions, (options) => {
      const plan = generatePlan(options)
      expect(plan.tasks).toHaveLength(options.tasks ?? 0)
      expect(plan.plates).toHaveLength(options.plates ?? 0)
      expect(plan.projects).toHaveLength(options.projects ?? 0)
      expect(plan.rules).toHaveLength(options.rules ?? 0)
      // Without a task there is nothing that promises are made for.
      const tasks = options.tasks === 0 ? 0 : 1
      expect(plan.indicators).toHaveLength((options.indicators ?? 0) * tasks)
      expect(plan.milestones).toHaveLength((options.milestones ?? 0) * tasks)
      expect(plan.synthetic).toBe(true)
      expect(plan.title.zh).toContain('模拟')
      expect(plan.title.en).toContain('simulated')
    }),
  )
})

test('every reference resolves, every code is given once, and no promise stands twice', () => {
  fc.assert(
    fc.property(planOptions, (options) => {
      const plan = generatePlan(options)
      const grave = lintPlan(plan).filter(
        ({ code, severity }) => code !== 'NO_LOCATOR' && severity !== 'NOTE',
      )
      expect(grave).toEqual([])
      for (const list of [
        plan.tasks,
        plan.projects,
        plan.milestones,
        plan.indicators,
        plan.units,
      ]) {
        expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
      }
    }),
  )
})

test('quantities are canonical and positive, units shipped, dates within the year', () => {
  fc.assert(
    fc.property(planOptions, (options) => {
      const plan = generatePlan(options)
      for (const { target, targetUpper, baseline, unit, dueOn } of plan.indicators) {
        for (const value of [target, targetUpper ?? '1', baseline ?? '1']) {
          expect(isDecimal(value ?? '')).toBe(true)
          expect(signOf(parseExact(value ?? '') ?? ZERO)).toBe(1)
        }
        expect(findMeasureUnit(unit)).not.toBeNull()
        expect(isDate(dueOn ?? '') && dueOn?.startsWith(`${options.year}-`)).toBe(true)
      }
      for (const { investment } of plan.projects) {
        const total = Number(investment?.total)
        expect(total).toBeGreaterThanOrEqual(1)
        expect(total).toBeGreaterThanOrEqual(Number(investment?.thisYear))
      }
    }),
  )
})

test('rules and counted indicators hold conditions that compile', () => {
  const engine = createRuleEngine()
  const plan = generatePlan(usual)
  const wheres = plan.indicators.flatMap(({ derivation }) => derivation?.where ?? [])
  const compiled = [
    ...plan.rules.map((rule) => engine.compileRule(rule, plan)),
    ...wheres.map((where) => engine.compileWhere(where, plan)),
  ]
  expect(compiled.filter(({ ok }) => !ok)).toEqual([])
  expect(plan.rules).toHaveLength(RULE_COUNT)
  expect(wheres).toHaveLength(1)
})

test('every user-visible text is there in both languages', () => {
  const plan = generatePlan(usual)
  const texts = [
    ...[...plan.tasks, ...plan.themes, ...plan.indicators, ...plan.milestones, ...plan.rules].map(
      ({ title }) => title,
    ),
    ...[...plan.plates, ...plan.projects, ...plan.units].map(({ name }) => name),
  ]
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u)
  }
})

test('districts differ in name, code and size, and are made one at a time', () => {
  const plans = generateDistricts(2_843, { projects: 0, milestones: 0, indicators: 2, tasks: 1 })
  const names = new Set<string>()
  const codes = new Set<string>()
  for (const { code, district } of plans) {
    names.add(district.name.zh)
    codes.add(code)
  }
  expect(names.size).toBe(2_843)
  expect(codes.size).toBe(2_843)
  const sizes = new Set([...generateDistricts(30)].map((plan) => plan.indicators.length))
  expect(sizes.size).toBeGreaterThan(5)
  const endless = generateDistricts(Number.POSITIVE_INFINITY)
  expect(endless.next().value?.code).toBe('district-0001-2020')
})

test('equal districts have exactly the sizes', () => {
  for (const plan of generateDistricts(5, {
    indicators: 42,
    tasks: 7,
    projects: 12,
    equal: true,
  })) {
    expect([plan.indicators.length, plan.tasks.length, plan.projects.length]).toEqual([42, 7, 12])
  }
})
