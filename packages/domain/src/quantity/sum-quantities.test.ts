import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMeasureUnit } from './shipped-units.ts'
import { sumQuantities } from './sum-quantities.ts'

function unit(code: string) {
  const found = findMeasureUnit(code)
  if (found === null) throw new Error(code)
  return found
}

const yi = unit('YI_YUAN')
const wan = unit('WAN_YUAN')
const mu = unit('MU')

describe('sums in one unit', () => {
  it('are in the largest of the units, whatever the order', () => {
    const quantities = [
      { value: '5000', unit: wan },
      { value: '0.4', unit: yi },
    ]
    const sum = { unit: yi, values: ['0.9', '0'] }
    expect(sumQuantities([quantities, []], [wan, yi])).toEqual(sum)
    expect(sumQuantities([[...quantities].reverse(), []], [yi, wan, yi])).toEqual(sum)
  })

  it('are in a smaller unit where they do not come out in the largest', () => {
    const three = { code: 'THREE', label: { zh: '三个' }, dimension: 'COUNT', factor: '3' }
    const one = { code: 'ONE', label: { zh: '一个' }, dimension: 'COUNT', factor: '1' }
    const single = [{ value: '1', unit: one }]
    expect(sumQuantities([single], [one, three])).toEqual({ unit: one, values: ['1'] })
    const triple = [{ value: '3', unit: one }]
    expect(sumQuantities([triple], [one, three])).toEqual({ unit: three, values: ['1'] })
    expect(sumQuantities([triple, single], [one, three])?.unit).toBe(one)
  })

  it('are not told of several dimensions, nor without a unit', () => {
    expect(sumQuantities([[{ value: '1', unit: yi }]], [yi, mu])).toBeNull()
    expect(sumQuantities([[]], [])).toBeNull()
  })

  it('are the same of parts that were added before', () => {
    const quantity = fc.record({
      value: fc.integer({ min: -1e9, max: 1e9 }).map((n) => `${n / 1000}`.replace(/e.*/, '')),
      unit: fc.constantFrom(yi, wan),
    })
    fc.assert(
      fc.property(fc.array(quantity), fc.array(quantity), (some, others) => {
        const units = [yi, wan]
        const parts = [some, others].map((part) => sumQuantities([part], units))
        const added = parts.flatMap((part) =>
          part === null ? [] : [{ value: part.values[0] ?? '', unit: part.unit }],
        )
        expect(sumQuantities([added], units)).toEqual(sumQuantities([[...some, ...others]], units))
      }),
    )
  })
})
