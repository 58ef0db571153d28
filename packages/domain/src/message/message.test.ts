import { describe, expect, it } from 'vitest'
import { type RefusalCode, refusalParams, refuse } from '../decide/refusal.ts'
import { findingParams } from '../finding/finding-code.ts'
import { fillText, placesOf } from './fill.ts'
import { findingTexts } from './findings.ts'
import { labelOf } from './labels.ts'
import { message } from './message.ts'
import { reasonTexts } from './reasons.ts'
import { refusalTexts } from './refusals.ts'

const HAN = /\p{Script=Han}/u

describe('the message catalogue', () => {
  const texts = [reasonTexts, refusalTexts, findingTexts].flatMap((each) => Object.entries(each))

  it.each(texts)('says %s in Chinese and in English, with the same parameters', (_, { zh, en }) => {
    expect(zh).toMatch(HAN)
    expect(en).not.toMatch(HAN)
    expect([...placesOf(en)].sort()).toEqual([...placesOf(zh)].sort())
  })

  it.each([
    ...Object.entries(refusalParams).map(
      ([code, params]) => [code, params, new Map(Object.entries(refusalTexts)).get(code)] as const,
    ),
    ...Object.entries(findingParams).map(
      ([code, params]) => [code, params, new Map(Object.entries(findingTexts)).get(code)] as const,
    ),
  ])('uses every parameter of %s and no other', (code, params, found) => {
    const text = found?.zh ?? ''
    // What is wrong with a CEL source is put together from the issue.
    const computed = code.startsWith('CEL_') ? ['detail'] : []
    expect([...placesOf(text)].sort()).toEqual([...params, ...computed].sort())
  })
})

describe('a message', () => {
  it('has its parameters, and the users’ words for codes', () => {
    const refusal = refuse('UNKNOWN_CODE', 'of.code', { kind: 'INDICATOR', code: 'jobs' })
    expect(message(refusal, 'ZH')).toBe('没有指标 jobs')
    expect(message(refusal, 'EN')).toBe('there is no indicator jobs')
  })

  it('shows shares in percent and leaves out what is not given', () => {
    const params = { achieved: '0.74', expected: '0.6667', gapPoints: '7.33' }
    expect(message({ code: 'AHEAD', params, facts: [] }, 'ZH')).toBe(
      '完成进度 74%，应达 66.67%，超序时 7.33 个百分点',
    )
    expect(message({ code: 'PENDING', params: {}, facts: [] }, 'EN')).toBe('due later')
  })

  it('says what is wrong with a CEL source in the reader’s language', () => {
    const refusal = {
      code: 'CEL_UNKNOWN_FIELD' satisfies RefusalCode,
      path: 'rule.when',
      params: { line: 2, column: 7, name: 'plot' },
    } as const
    expect(message(refusal, 'ZH')).toBe('第 2 行第 7 列：没有这个字段（没有“plot”这个字段）')
    expect(message(refusal, 'EN')).toContain('line 2, column 7')
  })

  it('is the code itself where the catalogue has no text', () => {
    expect(message({ code: 'NOT_A_CODE', params: {}, facts: [] }, 'ZH')).toBe('NOT_A_CODE')
    expect(message({ code: 'toString', params: {}, facts: [] }, 'ZH')).toBe('toString')
  })

  it('does not read places out of its parameters', () => {
    expect(fillText('{a} [of {b}]', { a: '{b}', b: '[{a}]' }, 'ZH')).toBe('{b} of [{a}]')
    expect(fillText('{a} [of {b}]', {}, 'ZH')).toBe('{a} ')
  })

  it('has labels for units of measure and codes, and shows others as they are', () => {
    expect(fillText('{u|label} {k|label}', { u: 'YI_YUAN', k: 'odd' }, 'ZH')).toBe('亿元 odd')
    expect(labelOf('OVERDUE', 'EN')).toBe('overdue')
  })
})
