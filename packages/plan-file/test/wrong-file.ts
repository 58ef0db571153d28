import { expect, test } from 'vitest'
import { describeIssue, type PlanFileIssueCode, parsePlan } from '../src/index.ts'

/** A plan file that is right: the start of those that are wrong. */
export const HEAD = `format: duban-plan/1
plan:
  code: a
  title: 计划
  district: { code: d, name: 区 }
  period: { start: 2020-01-01, end: 2020-12-31 }
  timeZone: Asia/Shanghai
`

/** An indicator without its closing brace. */
export const INDICATOR =
  'indicators:\n  - { code: i, title: 指标, direction: INCREASE, comparator: AT_LEAST, target: 1, unit: COUNT, accumulation: LEVEL'

/** A rule without its closing brace. */
export const RULE =
  "rules:\n  - { code: r, title: 规则, subject: PROJECT, require: 'true', severity: INFO"

/** A milestone without its closing brace. */
export const MILESTONE = 'milestones:\n  - { code: m, title: 节点'

/** A document, of which locators need not say the code. */
export const DOCUMENT = `documents: [{ code: d, title: 文件, sha256: ${'a'.repeat(64)} }]\n`

/** What an observation says of itself, in a list that is not yet opened. */
export const OBSERVATION =
  '  - { id: f, type: OBSERVATION, effectiveOn: 2020-05-01, recordedAt: 2020-05-02T00:00:00Z, recordedBy: x, of: { kind: INDICATOR, code: i }, value: 1, reporter: u, state: APPROVED }\n'

const MARK = '▶'

/** A file with one thing wrong, marked where it is, and what is said of it. */
export interface WrongFile {
  readonly name: string
  readonly text: string
  readonly code: PlanFileIssueCode
  /** As it is printed: `indicators[0].dueOn`. */
  readonly path: string
  readonly zh: string
  readonly en: string
}

/** Tests that each file is refused for its one reason, at its line and column, in both languages. */
export function testWrongFiles(files: readonly WrongFile[]): void {
  test.each(files)('$name', ({ text, code, path, zh, en }) => {
    const at = text.indexOf(MARK)
    const lines = text.slice(0, at).split('\n')
    const [line, column] = [lines.length, (lines.at(-1) ?? '').length + 1]
    const place = `x.yaml:${line}:${column}${path === '' ? '' : ` ${path}`}`

    const parsed = parsePlan(text.replace(MARK, ''), { fileName: 'x.yaml' })

    const issues = parsed.ok ? [] : parsed.issues
    expect(issues.map((issue) => describeIssue(issue, 'ZH'))).toEqual([`${place}: ${zh}`])
    expect(issues.map((issue) => describeIssue(issue, 'EN'))).toEqual([`${place}: ${en}`])
    expect(issues).toMatchObject([{ fileName: 'x.yaml', line, column, code }])
  })
}
