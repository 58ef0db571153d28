import { type Lang, type Text, textIn } from '@duban/domain'
import type { PlanFileIssue } from './issue.ts'
import { messages, wordingOf } from './messages.ts'

/** What an issue says, in both languages: what was found and what was expected, without the place. */
export function messageOf({ code, params }: PlanFileIssue): Text & { readonly en: string } {
  const { ZH, EN } = messages[code]
  return { zh: ZH(wordingOf(params, 'ZH')), en: EN(wordingOf(params, 'EN')) }
}

/**
 * One line that says where an issue is, what was found and what was expected:
 * `erqi.yaml:120:14 indicators[3].dueOn: 2020-02-30 is not a date; expected a calendar date YYYY-MM-DD`.
 */
export function describeIssue(issue: PlanFileIssue, lang: Lang): string {
  const { fileName, line, column, path } = issue
  const place = `${fileName}:${line}:${column}`
  const where = path === '' ? place : `${place} ${path.replace(/\.(\d+)(?=\.|$)/g, '[$1]')}`
  return `${where}: ${textIn(messageOf(issue), lang)}`
}
