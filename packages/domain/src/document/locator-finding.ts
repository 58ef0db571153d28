import type { Text } from '../text/text.ts'
import type { Locator } from './locator.ts'

/** What can be wrong with a locator, held against its document's text. */
export type LocatorFindingCode =
  | 'EMPTY_RANGE'
  | 'RANGE_BEYOND_TEXT'
  | 'RANGE_SPLITS_CHARACTER'
  | 'RANGE_EDGE_BLANK'
  | 'WRONG_PARAGRAPH'
  | 'WRONG_SECTION'
  | 'FIGURE_NOT_IN_RANGE'
  | 'FIGURE_IN_NO_RANGE'
  | 'NAME_IN_NO_RANGE'

/** One thing wrong with a locator. */
export interface LocatorFinding {
  readonly code: LocatorFindingCode
  /** The part of the plan: `<kind>/<code>`, for example `indicator/annual-investment`. */
  readonly of: string
  /** Which of the part's locators, from 0. */
  readonly index: number
  readonly locator: Locator
  readonly params: Readonly<Record<string, string | number>>
}

/** What a finding says, in both languages. */
export function textOfLocatorFinding(finding: LocatorFinding): Text {
  const { start, end, paragraph, section } = finding.locator
  const { zh, en } = SAYINGS[finding.code](finding)
  const range = `[${start}, ${end})`
  return {
    zh: `${finding.of} 出处${finding.index + 1} ${section} 第${paragraph}段 ${range}：${zh}`,
    en: `${finding.of} locator ${finding.index + 1}, ${section}, paragraph ${paragraph}, ${range}: ${en}`,
  }
}

const SAYINGS: Readonly<
  Record<
    LocatorFindingCode,
    (finding: LocatorFinding) => { readonly zh: string; readonly en: string }
  >
> = {
  EMPTY_RANGE: () => ({ zh: '范围为空', en: 'the range is empty' }),
  RANGE_BEYOND_TEXT: ({ params }) => ({
    zh: `范围超出全文（共${params.length}）`,
    en: `the range ends beyond the text, which has ${params.length} units`,
  }),
  RANGE_SPLITS_CHARACTER: () => ({
    zh: '范围切开了一个字',
    en: 'the range cuts a character in two',
  }),
  RANGE_EDGE_BLANK: () => ({ zh: '范围首尾是空白', en: 'the range begins or ends with a blank' }),
  WRONG_PARAGRAPH: ({ params }) => ({
    zh: `起点在第${params.found}段`,
    en: `it starts in paragraph ${params.found}`,
  }),
  WRONG_SECTION: ({ params }) => ({
    zh: `起点在“${params.found}”`,
    en: `it starts in section “${params.found}”`,
  }),
  FIGURE_NOT_IN_RANGE: ({ params }) => ({
    zh: `范围内没有 ${params.figure}`,
    en: `${params.figure} does not stand in the range`,
  }),
  FIGURE_IN_NO_RANGE: ({ params }) => ({
    zh: `所有范围内都没有 ${params.figure}`,
    en: `${params.figure} stands in none of its ranges`,
  }),
  NAME_IN_NO_RANGE: ({ params }) => ({
    zh: `所有范围内都没有名称“${params.name}”`,
    en: `the name “${params.name}” stands in none of its ranges`,
  }),
}
