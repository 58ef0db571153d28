import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatQuantity } from './format.ts'
import type { MeasureUnit } from './measure-unit.ts'
import { findMeasureUnit } from './shipped-units.ts'

const COUNT: MeasureUnit = { code: 'COUNT', label: { zh: '个' }, dimension: 'COUNT', factor: '1' }

describe('2 quantities are printed exactly', () => {
  it.each([
    ['1234567.5', {}, '1,234,567.5'],
    ['-1234', {}, '-1,234'],
    ['-123', {}, '-123'],
    ['1234567.5', { grouping: false }, '1234567.5'],
    ['25', { scale: 2 }, '25.00'],
    ['66.665', { scale: 2 }, '66.67'],
    ['66.665', { scale: 2, rounding: 'HALF_EVEN' as const }, '66.66'],
    ['0.1234', { scale: 0 }, '0'],
    ['n/a', { scale: 2 }, 'n/a'],
  ])('%s with %j is %s', (value, format, text) => {
    expect(formatDecimal(value, format)).toBe(text)
  })

  it.each([
    ['1234.5', 'YI_YUAN', '1,234.5亿元', '1,234.5 hundred million yuan'],
    ['25', 'PERCENT', '25%', '25%'],
    ['7.33', 'PERCENTAGE_POINT', '7.33个百分点', '7.33 percentage points'],
  ])('%s %s', (value, code, zh, en) => {
    const unit = findMeasureUnit(code) ?? COUNT
    expect(formatQuantity(value, unit, 'ZH')).toBe(zh)
    expect(formatQuantity(value, unit, 'EN')).toBe(en)
  })

  it('shows the Chinese label where there is no English one', () => {
    expect(formatQuantity('3', COUNT, 'EN')).toBe('3 个')
  })

  it('is total on any scale', () => {
    fc.assert(
      fc.property(fc.double(), fc.string(), (scale, value) => {
        expect(formatDecimal('1.5', { scale })).toMatch(/^\d(\.\d+)?$/)
        expect(typeof formatDecimal(value, { scale })).toBe('string')
      }),
    )
  })
})
