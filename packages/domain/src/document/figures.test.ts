import { describe, expect, it } from 'vitest'
import { figuresIn } from './figures.ts'

describe('figuresIn', () => {
  it('takes Arabic digits whole: 260 does not show 6 or 60', () => {
    expect([...figuresIn('推进260个项目').numbers]).toEqual(['260'])
  })

  it('takes Chinese numerals and multiplies by what follows', () => {
    expect(figuresIn('新建十八所').numbers.has('18')).toBe(true)
    expect(figuresIn('投资5.18亿元').numbers).toEqual(new Set(['5.18', '518000000']))
    expect(figuresIn('共1,200.50万元').numbers).toEqual(new Set(['1200.5', '12005000']))
  })

  it('reads a figure that a line break cuts', () => {
    expect(figuresIn('共3\n57个').numbers.has('357')).toBe(true)
  })

  it('knows months, quarters and the words for the end of a year', () => {
    expect([...figuresIn('4月底前，九月底前').months]).toEqual([4, 9])
    expect([...figuresIn('上半年完成').months]).toEqual([6])
    expect([...figuresIn('年底前完成').months]).toEqual([12])
    expect([...figuresIn('6月15日').days]).toEqual([15])
    expect([...figuresIn('by 2020-06-15').dates]).toEqual(['2020-06-15'])
  })

  it('does not take a count for a month', () => {
    expect(figuresIn('新建6所').months.size).toBe(0)
  })
})
