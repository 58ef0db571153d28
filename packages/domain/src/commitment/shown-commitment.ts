import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import { factsAt } from '../fact/standing.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import type { Milestone } from '../milestone/milestone.ts'
import { definitionAt } from '../plan/definition-steps.ts'
import type { Project } from '../project/project.ts'
import type { Rule } from '../rule/rule.ts'
import type { Text } from '../text/text.ts'
import type { Responsibility } from '../unit/unit.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import type { Commitment, CommitmentInView } from './commitment.ts'
import type { CommitmentDefinition } from './definition.ts'
import type { SubjectRef } from './subject.ts'
import { type Terms, termsAt } from './terms.ts'
import { isPresent, type Track } from './track.ts'

/** A commitment as the view of a day shows it; undefined where it is not in that view. */
export function shownCommitment(
  ledger: Ledger,
  track: Track,
  day: DayNumber,
): Commitment | undefined {
  const terms = termsAt(track.terms, day)
  if (terms === undefined || !isPresent(track, day)) return undefined
  if (isIndicatorTerms(terms)) {
    const { definition } = terms
    const shared = sharedParts(ledger, track, terms, day, undefined)
    return {
      ...shared,
      kind: 'INDICATOR',
      code: definition.code,
      title: definition.title,
      definition,
    }
  }
  const { definition } = terms
  if (track.subject !== undefined) {
    // A track with a subject is an obligation's, whose terms define a Rule.
    const rule = definition as Rule
    const shared = sharedParts(ledger, track, terms, day, track.subject)
    const code = `${rule.code}/${track.subject.code}`
    const title = titleOf(ledger, rule, track.subject, day)
    return { ...shared, kind: 'OBLIGATION', code, title, definition: rule, subject: track.subject }
  }
  // What is neither an indicator's nor an obligation's is a milestone's.
  const milestone = definition as Milestone
  const shared = sharedParts(ledger, track, terms, day, milestone.subject)
  return {
    ...shared,
    kind: 'MILESTONE',
    code: milestone.code,
    title: milestone.title,
    definition: milestone,
  }
}

function sharedParts(
  ledger: Ledger,
  track: Track,
  { definition, dueChanges, dueDay, timesRescheduled }: Terms,
  day: DayNumber,
  subject: SubjectRef | undefined,
): Omit<CommitmentInView, 'code' | 'title'> {
  const projectCode = definition.project ?? codeIf(subject, 'PROJECT')
  const project = projectCode === null ? null : definitionAt(ledger, 'PROJECT', projectCode, day)
  const from = subject?.kind === 'INDICATOR' ? placeOfIndicator(ledger, subject, day) : null
  const task = definition.task ?? codeIf(subject, 'TASK') ?? project?.task ?? from?.task ?? null
  const plate =
    definition.plate ?? codeIf(subject, 'PLATE') ?? project?.plate ?? from?.plate ?? null
  return {
    id: track.id,
    task,
    plate,
    project: projectCode,
    theme: definition.theme ?? themeOf(ledger, task, day),
    dueOn: dueDay === null ? null : dateOfDay(dueDay),
    dueOriginally: dueChanges[0]?.dueOn ?? null,
    timesRescheduled,
    responsible: responsibleOn(
      ledger,
      track.id,
      definition,
      subject === undefined ? null : project,
      day,
    ),
  }
}

function codeIf(subject: SubjectRef | undefined, kind: SubjectRef['kind']): string | null {
  return subject?.kind === kind ? subject.code : null
}

function placeOfIndicator(ledger: Ledger, { code }: SubjectRef, day: DayNumber) {
  return definitionAt(ledger, 'INDICATOR', code, day)
}

/** The theme of a task, or of the nearest task above it that has one. */
function themeOf(ledger: Ledger, task: string | null, day: DayNumber): string | null {
  const seen = new Set<string>()
  for (let code = task; code !== null && !seen.has(code); ) {
    seen.add(code)
    const found = definitionAt(ledger, 'TASK', code, day)
    if (found?.theme !== undefined) return found.theme
    code = found?.parent ?? null
  }
  return null
}

function responsibleOn(
  ledger: Ledger,
  id: string,
  definition: CommitmentDefinition,
  project: Project | null,
  day: DayNumber,
): readonly Responsibility[] {
  const stated = definition.responsible ?? project?.responsible ?? []
  const assignments = factsAbout(ledger, 'assignments', id)
  if (assignments.length === 0) return stated
  const parts = new Map(stated.map((each) => [`${each.role} ${each.unit}`, each]))
  for (const { fact } of factsAt(assignments, day)) {
    const key = `${fact.role} ${fact.unit}`
    if (!fact.assigned) parts.delete(key)
    else if (!parts.has(key)) parts.set(key, { unit: fact.unit, role: fact.role })
  }
  return [...parts.values()]
}

/** The subject's name before the rule's title: an obligation is one of many of its rule. */
function titleOf(ledger: Ledger, rule: Rule, subject: SubjectRef, day: DayNumber): Text {
  const name = nameOf(ledger, subject, day)
  if (name === null) return rule.title
  const zh = `${name.zh}：${rule.title.zh}`
  return rule.title.en === undefined
    ? { zh }
    : { zh, en: `${name.en ?? name.zh}: ${rule.title.en}` }
}

function nameOf(ledger: Ledger, { kind, code }: SubjectRef, day: DayNumber): Text | null {
  switch (kind) {
    case 'PROJECT':
    case 'PLATE':
      return definitionAt(ledger, kind, code, day)?.name ?? null
    case 'TASK':
    case 'INDICATOR':
    case 'MILESTONE':
      return definitionAt(ledger, kind, code, day)?.title ?? null
    case 'PLAN':
      return null
  }
}
