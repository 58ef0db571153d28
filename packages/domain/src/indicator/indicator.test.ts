import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import {
  type FactFields,
  report,
  testFacts,
  testIndicator,
  testPlan,
  testProject,
} from '../testing/facts-builder.ts'
import { codesOf, look } from '../testing/look.ts'
import type { Indicator } from './indicator.ts'

const engine = createRuleEngine()

function on(day: string, fields: Partial<Indicator>, ...facts: readonly FactFields[]) {
  return look(
    testFacts(testPlan({ indicators: [testIndicator(fields)] }), ...facts),
    'indicator/i',
    day,
  )
}

describe('3.1 direction is separate from comparator; a relative target needs its baseline', () => {
  const cut: Partial<Indicator> = {
    direction: 'DECREASE',
    comparator: 'AT_MOST',
    targetFactor: '0.85',
  }
  const { target: _, ...relative } = { ...testIndicator(), ...cut }
  const plan = testPlan({ indicators: [relative] })

  it('computes target = baseline x 0.85', () => {
    const facts = testFacts(
      testPlan({ indicators: [{ ...relative, baseline: '1000.10' }] }),
      report('12-31', '850.085'),
    )
    expect(look(facts, 'indicator/i', '2020-12-31')).toMatchObject({
      target: '850.085',
      status: 'MET',
    })
    const over = testFacts(
      testPlan({ indicators: [{ ...relative, baseline: '1000.10' }] }),
      report('12-31', '850.086'),
    )
    expect(look(over, 'indicator/i', '2021-01-01')).toMatchObject({ status: 'OVERDUE' })
  })

  it('says that it cannot be computed without one', () => {
    const found = look(testFacts(plan, report('03-31', '10')), 'indicator/i', '04-01')
    expect(found).toMatchObject({
      target: null,
      achieved: null,
      gapPoints: null,
      status: 'UNKNOWN',
      light: 'GREY',
    })
    expect(codesOf(found)).toContain('BASELINE_UNKNOWN')
    expect(look(testFacts(plan, report('03-31', '10')), 'indicator/i', '2021-02-01').status).toBe(
      'UNKNOWN',
    )
  })

  it('is computed from an amended baseline on', () => {
    const facts = testFacts(plan, report('03-31', '10'), {
      type: 'AMENDMENT',
      on: '04-15',
      indicator: 'i',
      field: 'baseline',
      value: '100',
      reason: '补录',
    })
    expect(look(facts, 'indicator/i', '04-14').target).toBeNull()
    expect(look(facts, 'indicator/i', '04-15')).toMatchObject({ target: '85', status: 'PENDING' })
  })
})

describe('3.2 accumulation says how observations combine', () => {
  const two = [report('03-31', '10'), report('04-30', '15.5')]

  it('CUMULATIVE: the latest counts', () => {
    expect(on('12-01', {}, ...two).actual).toBe('15.5')
    expect(on('04-29', {}, ...two).actual).toBe('10')
  })

  it('PERIODIC: they add up', () => {
    expect(on('12-01', { accumulation: 'PERIODIC' }, ...two).actual).toBe('25.5')
    expect(
      on('12-01', { accumulation: 'PERIODIC' }, report('03-31', '0.1'), report('04-30', '0.2'))
        .actual,
    ).toBe('0.3')
  })

  it('LEVEL: the latest counts, also one from before the span', () => {
    expect(on('12-01', { accumulation: 'LEVEL' }, ...two).actual).toBe('15.5')
    expect(on('01-15', { accumulation: 'LEVEL' }, report('2019-12-31', '7')).actual).toBe('7')
  })

  it('does not take last year’s total or amounts for this year’s', () => {
    expect(on('01-15', {}, report('2019-12-31', '120')).actual).toBeNull()
    expect(
      on('02-15', { accumulation: 'PERIODIC' }, report('2019-12-31', '120'), report('01-31', '5'))
        .actual,
    ).toBe('5')
  })

  it.each(['CUMULATIVE', 'LEVEL'] as const)(
    'with several reporters, takes the latest of each, then adds: %s',
    (accumulation) => {
      const facts = [
        report('03-31', '10', { reporter: 'a' }),
        report('04-30', '20', { reporter: 'b' }),
        report('05-31', '12', { reporter: 'a' }),
      ]
      expect(on('05-30', { accumulation }, ...facts).actual).toBe('30')
      const found = on('05-31', { accumulation }, ...facts)
      expect(found.actual).toBe('32')
      expect(found.reasons.find(({ code }) => code === 'ACTUAL_ADDED')?.facts).toEqual(['f4', 'f3'])
    },
  )

  it('takes of one day what was recorded last', () => {
    const early = report('03-31', '11', { recordedAt: '2020-04-02T00:00:00.000Z' })
    const late = report('03-31', '10', { recordedAt: '2020-04-05T00:00:00.000Z' })
    expect(on('12-01', {}, late, early).actual).toBe('10')
  })
})

describe('3.2 RATIO: parts are added, then divided', () => {
  const part = (code: string, fields: Partial<Indicator> = {}) => testIndicator({ code, ...fields })
  const ratio = testIndicator({
    code: 'i',
    accumulation: 'RATIO',
    numerator: 'n',
    denominator: 'd',
    unit: 'PERCENT',
    target: '60',
  })
  const facts = (...more: readonly FactFields[]) =>
    testFacts(testPlan({ indicators: [part('n'), part('d'), ratio] }), ...more)
  const of = (code: string) => ({ of: { kind: 'INDICATOR' as const, code } })

  it('adds the reporters’ parts before it divides', () => {
    const found = look(
      facts(
        report('12-31', '1', { ...of('n'), reporter: 'a' }),
        report('12-31', '2', { ...of('d'), reporter: 'a' }),
        report('12-31', '8', { ...of('n'), reporter: 'b' }),
        report('12-31', '10', { ...of('d'), reporter: 'b' }),
      ),
      'indicator/i',
      '12-31',
    )
    expect(found).toMatchObject({ actual: '75', status: 'MET' })
    expect(found.reasons.find(({ code }) => code === 'ACTUAL_RATIO')?.facts).toEqual([
      'f4',
      'f6',
      'f5',
      'f7',
    ])
  })

  it('judges exactly what has no end in decimals', () => {
    const plan = testPlan({
      indicators: [part('n'), part('d'), { ...ratio, target: '66.66666666666666667' }],
    })
    const third = [report('12-31', '2', of('n')), report('12-31', '3', of('d'))]
    const found = look(testFacts(plan, ...third), 'indicator/i', '12-31')
    expect(found).toMatchObject({ actual: '66.66666666666666666667', status: 'DUE_SOON' })
  })

  it('is unknown while a part is, over 0, of itself, or of nothing', () => {
    expect(look(facts(report('03-31', '1', of('n'))), 'indicator/i', '04-01').status).toBe(
      'UNKNOWN',
    )
    expect(
      codesOf(look(facts(report('03-31', '1', of('n'))), 'indicator/i', '2021-02-01')),
    ).toContain('NO_DATA')
    const zero = look(
      facts(report('03-31', '1', of('n')), report('03-31', '0', of('d'))),
      'indicator/i',
      '04-01',
    )
    expect(codesOf(zero)).toContain('DENOMINATOR_ZERO')
    const circular = testPlan({
      indicators: [
        part('n', { accumulation: 'RATIO', numerator: 'i', denominator: 'd' }),
        part('d'),
        ratio,
      ],
    })
    for (const id of ['indicator/i', 'indicator/n']) {
      expect(codesOf(look(testFacts(circular), id, '04-01'))).toContain('CIRCULAR')
    }
    // What a definition says of itself does not matter: it is a part of itself under the code it is defined by.
    const renamed = testFacts(testPlan(), {
      type: 'DEFINITION',
      on: '01-01',
      change: {
        set: {
          kind: 'INDICATOR',
          code: 'i',
          order: 0,
          value: { ...ratio, code: 'other', numerator: 'i', denominator: 'i' },
        },
      },
    })
    expect(codesOf(look(renamed, 'indicator/i', '04-01'))).toContain('CIRCULAR')
    const alone = testFacts(testPlan({ indicators: [ratio] }))
    expect(codesOf(look(alone, 'indicator/i', '04-01'))).toContain('PARTS_UNKNOWN')
  })
})

describe('3.2 DERIVED: counted or summed over projects in view, chosen by a CEL condition', () => {
  const started = testIndicator({
    code: 'i',
    accumulation: 'DERIVED',
    target: '2',
    unit: 'PROJECT',
    derivation: {
      aggregate: 'COUNT',
      where: 'project.kind == "NEW_START" && has(project.events.started)',
    },
  })
  const invested = testIndicator({
    code: 's',
    accumulation: 'DERIVED',
    target: '3',
    unit: 'YI_YUAN',
    derivation: { aggregate: 'SUM', field: 'investment.done' },
  })
  const plan = testPlan({
    indicators: [started, invested],
    projects: [
      testProject({
        code: 'a',
        kind: 'NEW_START',
        investment: { unit: 'WAN_YUAN', total: '20000' },
      }),
      testProject({ code: 'b', kind: 'NEW_START', investment: { unit: 'YI_YUAN', total: '5' } }),
      testProject({ code: 'c', kind: 'CONTINUING', stage: 'STARTED' }),
    ],
  })
  const stage = (project: string, day: string): FactFields => ({
    type: 'STAGE_CHANGE',
    on: day,
    project,
    stage: 'STARTED',
  })

  it('counts the projects started', () => {
    const facts = testFacts(plan, stage('a', '03-10'), stage('b', '05-10'))
    const count = (day: string) => look(facts, 'indicator/i', day, engine)
    expect([count('03-09').actual, count('03-10').actual, count('05-10').actual]).toEqual([
      '0',
      '1',
      '2',
    ])
    expect(count('05-10')).toMatchObject({ status: 'MET', metOn: '2020-05-10' })
    expect(count('05-10').reasons.find(({ code }) => code === 'ACTUAL_COUNT')?.facts).toEqual([
      'def-1',
      'f6',
      'def-2',
      'f7',
    ])
  })

  it('adds investment done, converted to its own unit, and knows none from 0', () => {
    const done = (code: string, day: string, value: string) =>
      report(day, value, { of: { kind: 'PROJECT', code } })
    const facts = testFacts(plan, done('a', '03-31', '12345'), done('b', '04-30', '2.5'))
    const sum = (day: string) => look(facts, 'indicator/s', day, engine)
    expect(sum('03-30').actual).toBeNull()
    expect(sum('03-31').actual).toBe('1.2345')
    expect(sum('04-30')).toMatchObject({ actual: '3.7345', status: 'MET' })
  })

  it('leaves out a project for want of a value, and says so', () => {
    const large = testIndicator({
      code: 'i',
      accumulation: 'DERIVED',
      derivation: { aggregate: 'COUNT', where: 'project.investment.total >= 5.0' },
    })
    const found = look(
      testFacts(testPlan({ ...plan, indicators: [large] })),
      'indicator/i',
      '04-01',
      engine,
    )
    expect(found.actual).toBe('2')
    expect(found.reasons.find(({ code }) => code === 'NOT_COUNTED')?.params).toEqual({
      count: 1,
      field: 'project.investment.total',
    })
    const sum = look(testFacts(plan), 'indicator/s', '04-01', engine)
    expect(sum.reasons.find(({ code }) => code === 'NOT_COUNTED')?.params).toEqual({
      count: 3,
      field: 'project.investment.done',
    })
  })

  it('names two units that do not add', () => {
    const other = testPlan({
      indicators: [invested],
      projects: [testProject({ code: 'a', investment: { unit: 'MU', total: '1' } })],
    })
    const facts = testFacts(other, report('03-31', '1', { of: { kind: 'PROJECT', code: 'a' } }))
    const found = look(facts, 'indicator/s', '04-01', engine)
    expect(found.reasons.find(({ code }) => code === 'UNITS_DIFFER')?.params).toMatchObject({
      from: 'MU',
      to: 'YI_YUAN',
    })
  })

  it('without a rule engine is UNKNOWN where it has a condition, and says so', () => {
    const facts = testFacts(plan)
    const found = look(facts, 'indicator/i', '04-01')
    expect(found.status).toBe('UNKNOWN')
    expect(codesOf(found)).toContain('RULES_NOT_LOADED')
    expect(codesOf(look(facts, 'indicator/i', '04-01', engine))).not.toContain('RULES_NOT_LOADED')
  })

  it('says what is wrong with a condition that does not compile', () => {
    const bad = testPlan({
      indicators: [
        { ...started, derivation: { aggregate: 'COUNT', where: 'project.nothing == 1' } },
      ],
    })
    expect(codesOf(look(testFacts(bad), 'indicator/i', '04-01', engine))).toContain(
      'CONDITION_INVALID',
    )
  })
})

describe('3.3 achieved = (actual - baseline) / (target - baseline), raw and clamped', () => {
  it.each([
    ['up from nothing', {}, '25', '0.25', '0.25'],
    ['beyond the target', {}, '130', '1.3', '1'],
    ['up from a baseline', { baseline: '40' }, '55', '0.25', '0.25'],
    [
      'down',
      {
        accumulation: 'LEVEL',
        direction: 'DECREASE',
        comparator: 'AT_MOST',
        baseline: '200',
        target: '100',
      },
      '175',
      '0.25',
      '0.25',
    ],
    [
      'the wrong way',
      {
        accumulation: 'LEVEL',
        direction: 'DECREASE',
        comparator: 'AT_MOST',
        baseline: '200',
        target: '100',
      },
      '220',
      '-0.2',
      '0',
    ],
    ['a third', { target: '3' }, '1', '0.3333333333', '0.3333333333'],
    ['a level without a baseline', { accumulation: 'LEVEL' }, '25', null, null],
    ['target = baseline', { baseline: '100' }, '25', null, null],
  ] as const)('%s', (_, fields, actual, achieved, achievedClamped) => {
    expect(on('06-30', fields, report('06-30', actual))).toMatchObject({
      achieved,
      achievedClamped,
    })
  })

  it('is null while met or not met is still judged', () => {
    const level = { accumulation: 'LEVEL' } as const
    expect(on('12-31', level, report('12-01', '100'))).toMatchObject({
      achieved: null,
      status: 'MET',
    })
    expect(on('2021-01-01', level, report('12-01', '99'))).toMatchObject({
      achieved: null,
      status: 'OVERDUE',
    })
  })

  it('starts a relative total from nothing, not from the value it is compared with', () => {
    const { target: _, ...grow } = testIndicator({ targetFactor: '1.1', baseline: '1000' })
    const facts = testFacts(testPlan({ indicators: [grow] }), report('06-30', '550'))
    expect(look(facts, 'indicator/i', '06-30')).toMatchObject({
      target: '1100',
      achieved: '0.5',
      gapPoints: '0',
    })
  })
})

describe('3.4 Missing is not zero', () => {
  it('has no figures without an observation', () => {
    expect(on('06-30', {})).toMatchObject({
      actual: null,
      achieved: null,
      gapPoints: null,
      pace: 'UNKNOWN',
      status: 'UNKNOWN',
    })
    expect(on('06-30', {}, report('06-30', '0'))).toMatchObject({
      actual: '0',
      achieved: '0',
      gapPoints: '-50',
      pace: 'BEHIND',
    })
  })
})

describe('3.5 pace: what is expected, and the gap in points', () => {
  it('LINEAR: time progress from the start of the plan to the due date', () => {
    expect(on('06-15', {}, report('06-15', '0')).expected).toBe('0.4583333333')
    expect(
      on('06-30', { startOn: '2020-04-01', dueOn: '2020-09-30' }, report('06-30', '60')),
    ).toMatchObject({
      expected: '0.5',
      gapPoints: '10',
      pace: 'AHEAD',
    })
    expect(on('03-31', { startOn: '2020-04-01' }, report('03-01', '0')).expected).toBe('0')
    expect(on('2021-03-01', {}, report('12-01', '0')).expected).toBe('1')
  })

  it('is 7.33 points ahead with 23.68 of 32 done by the end of August', () => {
    const found = on('08-31', { target: '32' }, report('08-31', '23.68'))
    expect(found).toMatchObject({ achieved: '0.74', gapPoints: '7.33333333', pace: 'AHEAD' })
  })

  it('CHECKPOINTS: dated values, linear between', () => {
    const staged = {
      target: '11',
      pace: 'CHECKPOINTS',
      checkpoints: [
        { on: '2020-03-31', value: '2' },
        { on: '2020-06-30', value: '4' },
        { on: '2020-09-30', value: '11' },
      ],
      dueOn: '2020-09-30',
    } as const
    const expected = (day: string) => on(day, staged, report('01-01', '0')).expected
    expect(expected('03-31')).toBe('0.1818181818')
    expect(expected('06-30')).toBe('0.3636363636')
    expect(expected('05-15')).toBe('0.2717282717')
    expect(expected('09-30')).toBe('1')
    expect(expected('10-30')).toBe('1')
    expect(on('06-30', staged, report('06-30', '4'))).toMatchObject({
      gapPoints: '0',
      pace: 'ON_PACE',
    })
  })

  it('AT_DUE: nothing is expected before the due date', () => {
    expect(on('12-30', { pace: 'AT_DUE' }, report('06-30', '10'))).toMatchObject({
      expected: '0',
      gapPoints: '10',
    })
    expect(on('12-31', { pace: 'AT_DUE' }, report('06-30', '10'))).toMatchObject({
      expected: '1',
      gapPoints: '-90',
    })
  })

  it('holds what is consumed against a ceiling on a running total', () => {
    const ceiling = { comparator: 'AT_MOST', direction: 'DECREASE' } as const
    expect(on('06-30', ceiling, report('06-30', '40'))).toMatchObject({
      gapPoints: '10',
      pace: 'AHEAD',
    })
    const over = on('06-30', ceiling, report('06-30', '60'))
    expect(over).toMatchObject({ gapPoints: '-10', pace: 'BEHIND', light: 'YELLOW' })
    expect(over.reasons.find(({ code }) => code === 'CONSUMED')?.params).toMatchObject({
      consumed: '0.6',
    })
  })

  it('is ON_PACE within 0.005 points', () => {
    const paceAt = (value: string) => on('06-30', {}, report('06-30', value)).pace
    expect(['50.005', '49.995', '50.0051', '49.9949'].map(paceAt)).toEqual([
      'ON_PACE',
      'ON_PACE',
      'AHEAD',
      'BEHIND',
    ])
  })

  it('is UNKNOWN without a due date', () => {
    const { dueOn: _, ...open } = testIndicator()
    const facts = testFacts(testPlan({ indicators: [open] }), report('06-30', '40'))
    expect(look(facts, 'indicator/i', '06-30')).toMatchObject({ expected: null, pace: 'UNKNOWN' })
  })
})

describe('2 figures are exact, however large', () => {
  it('agree with what is reckoned in bigints alone', () => {
    const values = fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n })
    const days = fc.constantFrom('01-31', '03-31', '06-30', '07-17', '12-30')
    fc.assert(
      fc.property(
        values,
        values,
        fc.integer({ min: 0, max: 27 }),
        days,
        (actual, target, cut, day) => {
          // Cut short, values are small enough for plain numbers; the figures must not differ.
          const a = actual / 10n ** BigInt(cut)
          const t = target / 10n ** BigInt(cut)
          const found = on(day, { target: String(t) }, report('01-01', String(a)))
          const [, month = '1', date = '1'] = /(\d+)-(\d+)/.exec(day) ?? []
          const length = BigInt(new Date(Date.UTC(2020, Number(month), 0)).getUTCDate())
          const elapsed = (BigInt(month) - 1n) * length + BigInt(date)
          expect(found.achieved).toBe(t === 0n ? null : rounded(a, t, 10))
          expect(found.gapPoints).toBe(
            t === 0n ? null : rounded(100n * (a * 12n * length - elapsed * t), t * 12n * length, 8),
          )
        },
      ),
    )
  })
})

/** n / d in decimals, rounded half away from zero. */
function rounded(n: bigint, d: bigint, places: number): string {
  const scaled = n * 10n ** BigInt(places) * 2n
  const size = (x: bigint) => (x < 0n ? -x : x)
  const units = (size(scaled) + size(d)) / (2n * size(d))
  const text = units.toString().padStart(places + 1, '0')
  const decimals = text.slice(-places).replace(/0+$/, '')
  const sign = n < 0n !== d < 0n && units > 0n ? '-' : ''
  return `${sign}${text.slice(0, -places)}${decimals === '' ? '' : `.${decimals}`}`
}
