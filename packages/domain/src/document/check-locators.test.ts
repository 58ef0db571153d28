import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from '../plan/plan.ts'
import { testPlan } from '../testing/facts-builder.ts'
import { checkLocators } from './check-locators.ts'
import type { Locator } from './locator.ts'
import { textOfLocatorFinding } from './locator-finding.ts'

const TEXT = [
  '某区今年要做的事',
  '',
  '第一章 项目',
  '今年推进甲乙',
  '大桥等120个项目，投资518亿元以上，4月底前办完手续。',
  '第二章 学校',
  '新建十八所学校，支出压缩15%。😀',
].join('\n')

function at(snippet: string, more: Partial<Locator> = {}): Locator {
  const start = TEXT.indexOf(snippet)
  expect(start).toBeGreaterThanOrEqual(0)
  const paragraph = TEXT.slice(0, start)
    .split('\n')
    .filter((line) => line.trim() !== '').length
  const section =
    start < TEXT.indexOf('第一章') ? '标题' : start < TEXT.indexOf('第二章') ? '第一章' : '第二章'
  return {
    document: 'article',
    section,
    paragraph: TEXT[start - 1] === '\n' ? paragraph + 1 : paragraph,
    start,
    end: start + snippet.length,
    ...more,
  }
}

const EMPTY = testPlan()

function indicator(more: Partial<Indicator>): Plan {
  const whole: Indicator = {
    code: 'i',
    title: { zh: '指标' },
    direction: 'INCREASE',
    comparator: 'AT_LEAST',
    unit: 'COUNT',
    accumulation: 'CUMULATIVE',
    locators: [],
    ...more,
  }
  return { ...EMPTY, indicators: [whole] }
}

function milestone(dueOn: string, more: Pick<CommitmentDefinition, 'locators' | 'readings'>): Plan {
  return { ...EMPTY, milestones: [{ code: 'm', title: { zh: '节点' }, dueOn, ...more }] }
}

function codes(plan: Plan): readonly string[] {
  return checkLocators(plan, 'article', TEXT).map(({ code }) => code)
}

describe('checkLocators', () => {
  it('finds nothing wrong where the figure stands in the range, in whatever form it is written', () => {
    expect(codes(indicator({ target: '120', locators: [at('120个项目')] }))).toEqual([])
    expect(codes(indicator({ target: '18', locators: [at('新建十八所学校')] }))).toEqual([])
    expect(codes(indicator({ target: '518', unit: 'YI_YUAN', locators: [at('518亿元')] }))).toEqual(
      [],
    )
    expect(
      codes(indicator({ target: '5180000', unit: 'WAN_YUAN', locators: [at('518亿元')] })),
    ).toEqual([])
    expect(codes(indicator({ targetFactor: '0.85', locators: [at('压缩15%')] }))).toEqual([])
  })

  it('finds a range without the figure, though the digits are part of another number', () => {
    expect(codes(indicator({ target: '20', locators: [at('120个项目')] }))).toEqual([
      'FIGURE_NOT_IN_RANGE',
    ])
    expect(
      codes(indicator({ target: '120', locators: [at('120个项目'), at('投资518亿元')] })),
    ).toEqual(['FIGURE_NOT_IN_RANGE'])
  })

  it('finds a figure that stands in none of the ranges', () => {
    const between = { target: '120', targetUpper: '130', locators: [at('120个项目')] }
    expect(codes(indicator(between))).toEqual(['FIGURE_IN_NO_RANGE'])
  })

  it('looks for no figure that the source leaves open', () => {
    const note = { zh: '过半' }
    const readings = [{ field: 'target', basis: 'INTERPRETED' as const, note }]
    expect(codes(indicator({ target: '50', readings, locators: [at('推进甲乙')] }))).toEqual([])
  })

  it('holds a due date against the month, and the day unless it is the last', () => {
    expect(codes(milestone('2020-04-30', { locators: [at('4月底前')] }))).toEqual([])
    expect(codes(milestone('2020-04-15', { locators: [at('4月底前')] }))).toEqual([
      'FIGURE_NOT_IN_RANGE',
    ])
    expect(codes(milestone('2020-06-30', { locators: [at('4月底前')] }))).toEqual([
      'FIGURE_NOT_IN_RANGE',
    ])
  })

  it('finds ranges that are empty, beyond the text, inside a character or blank at an edge', () => {
    const range = (start: number, end: number) =>
      codes(indicator({ locators: [at('120', { start, end })] }))
    const smile = TEXT.indexOf('😀')
    expect(range(5, 5)).toEqual(['EMPTY_RANGE'])
    expect(range(0, TEXT.length + 1)).toEqual(['RANGE_BEYOND_TEXT'])
    expect(range(smile, smile + 1)).toEqual(['RANGE_SPLITS_CHARACTER'])
    expect(range(TEXT.indexOf('\n\n'), TEXT.indexOf('第一章') + 3)).toEqual(['RANGE_EDGE_BLANK'])
  })

  it('finds a wrong paragraph and a wrong section', () => {
    expect(codes(indicator({ locators: [at('新建十八所', { paragraph: 4 })] }))).toEqual([
      'WRONG_PARAGRAPH',
    ])
    expect(codes(indicator({ locators: [at('新建十八所', { section: '第一章' })] }))).toEqual([])
    const both = indicator({
      locators: [at('120个项目'), at('新建十八所', { section: '第一章' }), at('压缩15%')],
    })
    expect(codes(both)).toEqual(['WRONG_SECTION'])
  })

  it('knows a name that a line break cuts, and misses one that is not there', () => {
    const project = (zh: string): Plan => ({
      ...EMPTY,
      projects: [{ code: 'x', name: { zh }, locators: [at('甲乙\n大桥')] }],
    })
    expect(codes(project('甲乙大桥'))).toEqual([])
    expect(codes(project('丙丁大桥'))).toEqual(['NAME_IN_NO_RANGE'])
  })

  it('leaves the locators of other documents alone', () => {
    const elsewhere = indicator({ target: '7', locators: [at('120', { document: 'other' })] })
    expect(codes(elsewhere)).toEqual([])
  })

  it('never throws, whatever the range', () => {
    const position = fc.oneof(fc.integer(), fc.nat(TEXT.length + 2), fc.constant(Number.NaN))
    fc.assert(
      fc.property(position, position, (start, end) => {
        const found = codes(indicator({ target: '120', locators: [at('120', { start, end })] }))
        const readable = start >= 0 && start < end && end <= TEXT.length
        const shows = readable && /(?<!\d)120(?!\d)/.test(TEXT.slice(start, end))
        expect(shows || found.length > 0).toBe(true)
      }),
    )
  })

  it('says what is wrong in both languages', () => {
    const [finding] = checkLocators(
      indicator({ target: '7', locators: [at('120个项目')] }),
      'article',
      TEXT,
    )
    expect(finding && textOfLocatorFinding(finding)).toEqual({
      zh: expect.stringContaining('范围内没有 7'),
      en: expect.stringContaining('indicator/i locator 1, 第一章, paragraph 4'),
    })
  })
})
