import type { DayNumber } from '../calendar/day-number.ts'
import { definitionSteps, partsAt } from '../plan/definition-steps.ts'
import type { Rule } from '../rule/rule.ts'
import { type Ledger, type MadeTrack, NO_TRACK } from '../view/ledger.ts'
import type { RuleIssues } from '../view/plan-view.ts'
import { obligationTrack } from './obligation-track.ts'
import { rulesPlan } from './rules-plan.ts'
import type { RuleSubject } from './subject-moments.ts'

/** What `obligation/<rule>/<subject>` names; null for an id of nothing that was ever defined. */
export function obligationOf(
  ledger: Ledger,
  id: string,
): { readonly rule: string; readonly subject: RuleSubject } | null {
  const path = id.slice('obligation/'.length)
  // Codes may hold slashes: the first way to part them that names a rule and a subject of its kind counts.
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const rule = path.slice(0, slash)
    const code = path.slice(slash + 1)
    for (const kind of kindsOf(ledger, rule)) {
      if (isSubject(ledger, kind, code)) return { rule, subject: { kind, code } }
    }
  }
  return null
}

function kindsOf(ledger: Ledger, rule: string): readonly Rule['subject'][] {
  const kinds = definitionSteps(ledger, 'RULE', rule).flatMap(({ value }) => value?.subject ?? [])
  return [...new Set(kinds)]
}

function isSubject(ledger: Ledger, kind: Rule['subject'], code: string): boolean {
  if (kind === 'PLAN') return code === ledger.index.source.code
  return definitionSteps(ledger, kind, code).length > 0
}

/** The track of an obligation by its id; undefined where it is in no view. */
export function obligationTrackOf(ledger: Ledger, id: string): MadeTrack {
  const named = ledger.engine === undefined ? null : obligationOf(ledger, id)
  return named === null ? NO_TRACK : obligationTrack(ledger, named.rule, named.subject)
}

/** Ids of all obligations that there might be: every rule with every subject of its kind. */
export function possibleObligations(ledger: Ledger): readonly string[] {
  if (ledger.engine === undefined) return []
  const { codes, source } = ledger.index
  return (codes.get('RULE') ?? []).flatMap((rule) =>
    kindsOf(ledger, rule).flatMap((kind) => {
      const subjects = kind === 'PLAN' ? [source.code] : (codes.get(kind) ?? [])
      return subjects.map((subject) => `obligation/${rule}/${subject}`)
    }),
  )
}

/** The rules in the views of a day that do not compile; none without an engine. */
export function ruleIssuesAt(ledger: Ledger, day: DayNumber): readonly RuleIssues[] {
  const { engine } = ledger
  const plan = rulesPlan(ledger)
  if (engine === undefined || plan === null) return []
  return partsAt(ledger, 'RULE', day).flatMap(({ code, value }): RuleIssues[] => {
    const compiled = engine.compileRule(value, plan)
    return compiled.ok ? [] : [{ rule: code, issues: compiled.issues }]
  })
}
