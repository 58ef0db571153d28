import type { Reason } from '../assessment/assessment.ts'
import type { Refusal } from '../decide/refusal.ts'
import type { Finding } from '../finding/finding.ts'
import { celIssueMessage } from '../rule/messages.ts'
import type { Lang, Text } from '../text/text.ts'
import { fillText } from './fill.ts'
import { findingTexts } from './findings.ts'
import { reasonTexts } from './reasons.ts'
import { refusalTexts } from './refusals.ts'

/** What a person reads of a reason, a refusal or a finding; its code where the catalogue has no text for it. */
export function message(coded: Reason | Refusal | Finding, lang: Lang): string {
  const { code, params } = coded
  const text = textOf(coded)
  if (text === undefined) return code
  const issue = celCodes.get(code)
  const given =
    issue === undefined
      ? params
      : { ...params, detail: celIssueMessage({ code: issue, params, ...NOWHERE }, lang) }
  return fillText(lang === 'ZH' ? text.zh : text.en, given, lang)
}

const NOWHERE = { path: '', line: 1, column: 1 } as const
const celCodes: ReadonlyMap<string, 'SYNTAX' | 'UNKNOWN_FIELD' | 'TYPE' | 'COST'> = new Map([
  ['CEL_SYNTAX', 'SYNTAX'],
  ['CEL_UNKNOWN_FIELD', 'UNKNOWN_FIELD'],
  ['CEL_TYPE', 'TYPE'],
  ['CEL_COST', 'COST'],
])

function textOf(coded: Reason | Refusal | Finding): Required<Text> | undefined {
  if ('path' in coded) return refusalTexts[coded.code]
  if ('severity' in coded) return findingTexts[coded.code]
  return reasons.get(coded.code)
}

/** The code of a Reason is any text. */
const reasons: ReadonlyMap<string, Required<Text>> = new Map(Object.entries(reasonTexts))
