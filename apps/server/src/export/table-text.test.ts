import { describe, expect, it } from 'vitest'
import { cellText, disarmed } from './table-text.ts'

describe('texts in tables', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'tells that %j is a text and no formula',
    (text) => {
      expect(disarmed(text)).toBe(`'${text}`)
    },
  )

  it.each(['', '指标', '1+1', "'=1", '3-2'])('leaves %j as it is', (text) => {
    expect(disarmed(text)).toBe(text)
  })

  it('leaves out what XML cannot hold, and what a cell cannot', () => {
    expect(cellText('a\u0000b\u001f\ufffec\ud800d\udc00e\t\n')).toBe('abcde\t\n')
    expect(cellText('𠮷野')).toBe('𠮷野')
    expect(cellText('x'.repeat(40_000))).toHaveLength(32_767)
  })
})
