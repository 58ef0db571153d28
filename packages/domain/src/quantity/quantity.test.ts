import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasureUnit } from './measure-unit.ts'
import { addQuantities, convert } from './quantity.ts'
import { findMeasureUnit, SHIPPED_UNITS } from './shipped-units.ts'

function unit(code: string): MeasureUnit {
  const found = findMeasureUnit(code)
  if (found === null) throw new Error(`${code} is not shipped`)
  return found
}

const values = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, scale]) => {
    const digits = String(Math.abs(n)).padStart(scale + 1, '0')
    const point = digits.length - scale
    const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
    return (n < 0 ? '-' : '') + text
  })

describe('2 units', () => {
  it.each([
    ['1', 'YI_YUAN', 'WAN_YUAN', '10000'],
    ['1', 'YI_YUAN', 'YUAN', '100000000'],
    ['23.68', 'YI_YUAN', 'WAN_YUAN', '236800'],
    ['1', 'HECTARE', 'MU', '15'],
    ['1', 'HECTARE', 'SQUARE_METRE', '10000'],
    ['1', 'SQUARE_KILOMETRE', 'HECTARE', '100'],
    ['2500', 'METRE', 'KILOMETRE', '2.5'],
    ['3', 'PROJECT', 'COUNT', '3'],
  ])('%s %s in %s is %s', (value, from, to, result) => {
    expect(convert(value, unit(from), unit(to))).toEqual({ ok: true, value: result })
  })

  it('names both units of two dimensions', () => {
    expect(convert('1', unit('PERCENT'), unit('PERCENTAGE_POINT'))).toEqual({
      ok: false,
      issue: { code: 'MIXED_DIMENSIONS', from: 'PERCENT', to: 'PERCENTAGE_POINT' },
    })
    const sum = addQuantities(
      [
        { value: '1', unit: unit('MU') },
        { value: '1', unit: unit('METRE') },
      ],
      unit('MU'),
    )
    expect(sum).toEqual({
      ok: false,
      issue: { code: 'MIXED_DIMENSIONS', from: 'METRE', to: 'MU' },
    })
  })

  it('does not round unless asked to', () => {
    expect(convert('1', unit('MU'), unit('SQUARE_METRE'))).toEqual({
      ok: false,
      issue: { code: 'INEXACT', from: 'MU', to: 'SQUARE_METRE' },
    })
    expect(convert('1', unit('MU'), unit('SQUARE_METRE'), { scale: 2 })).toEqual({
      ok: true,
      value: '666.67',
    })
    expect(convert('3', unit('MU'), unit('SQUARE_METRE'))).toEqual({ ok: true, value: '2000' })
  })

  it('refuses a factor that is none and a value that is none', () => {
    for (const factor of ['0', '-1', 'x', '']) {
      const bad = { ...unit('METRE'), code: 'BAD', factor }
      const issue = { code: 'BAD_FACTOR', unit: 'BAD' }
      expect(convert('1', bad, unit('METRE'))).toEqual({ ok: false, issue })
      expect(convert('1', unit('METRE'), bad)).toEqual({ ok: false, issue })
    }
    expect(convert('a few', unit('METRE'), unit('METRE'))).toEqual({
      ok: false,
      issue: { code: 'NOT_A_DECIMAL', text: 'a few' },
    })
  })

  it('converts there and back', () => {
    const pairs = SHIPPED_UNITS.flatMap((from) =>
      SHIPPED_UNITS.filter((to) => to.dimension === from.dimension).map(
        (to) => [from, to] as const,
      ),
    )
    fc.assert(
      fc.property(values, fc.constantFrom(...pairs), (value, [from, to]) => {
        const there = convert(value, from, to)
        const same = convert(value, from, from)
        expect(there.ok ? convert(there.value, to, from) : there.issue.code).toEqual(
          there.ok ? same : 'INEXACT',
        )
      }),
    )
  })

  it('adds in any order, over units of one dimension', () => {
    const money = fc.record({
      value: values,
      unit: fc.constantFrom(unit('YUAN'), unit('WAN_YUAN'), unit('YI_YUAN')),
    })
    fc.assert(
      fc.property(fc.array(money, { maxLength: 12 }), (quantities) => {
        const sum = addQuantities(quantities, unit('WAN_YUAN'))
        expect(sum.ok).toBe(true)
        expect(addQuantities(quantities.toReversed(), unit('WAN_YUAN'))).toEqual(sum)
      }),
    )
  })
})

describe('the shipped units', () => {
  it('have one code and one Chinese label each, and both languages', () => {
    expect(new Set(SHIPPED_UNITS.map((each) => each.code)).size).toBe(SHIPPED_UNITS.length)
    expect(new Set(SHIPPED_UNITS.map((each) => each.label.zh)).size).toBe(SHIPPED_UNITS.length)
    expect(SHIPPED_UNITS.every((each) => each.label.en !== undefined)).toBe(true)
  })

  it('are found by code, a plan’s own first', () => {
    const own: MeasureUnit = { code: 'MU', label: { zh: '市亩' }, dimension: 'AREA', factor: '1' }
    expect(findMeasureUnit('MU', [own])).toBe(own)
    expect(findMeasureUnit('FURLONG')).toBeNull()
  })
})
