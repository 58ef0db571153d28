import type { DayNumber } from '../calendar/day-number.ts'
import { factsAt } from '../fact/standing.ts'
import type { Milestone } from '../milestone/milestone.ts'
import { definitionAt, definitionEpoch } from '../plan/definition-steps.ts'
import type { Text } from '../text/text.ts'
import type { Responsibility } from '../unit/unit.ts'
import { madeOnce } from '../view/lazy.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import type { Commitment, CommitmentInView } from './commitment.ts'
import type { CommitmentDefinition } from './definition.ts'
import type { SubjectRef } from './subject.ts'
import { type Terms, termsAt } from './terms.ts'
import type { Track } from './track.ts'

/** A commitment as the view of a day shows it; undefined where it is not in that view. */
export function shownCommitment(
  ledger: Ledger,
  track: Track,
  day: DayNumber,
): Commitment | undefined {
  return shownOn(ledger, day)(track)
}

/** Shows commitments in the view of a day. */
export function shownOn(ledger: Ledger, day: DayNumber): (track: Track) => Commitment | undefined {
  // While no part of the plan is defined anew, the same terms show alike.
  const { shown } = definitionEpoch(ledger, day)
  return (track) => {
    const terms = termsAt(track.terms, day)
    if (terms === undefined || !terms.present || terms.from > day) return undefined
    return madeOnce(shown, terms, () => show(ledger, track, terms, day))
  }
}

function show(ledger: Ledger, track: Track, terms: Terms, day: DayNumber): Commitment {
  const { definition, dueDay, dueChanges, timesRescheduled } = terms
  const subject = track.subject ?? subjectOf(definition)
  const projectCode = definition.project ?? codeIf(subject, 'PROJECT')
  const project = projectCode === null ? null : definitionAt(ledger, 'PROJECT', projectCode, day)
  const from = subject?.kind === 'INDICATOR' ? placeOfIndicator(ledger, subject, day) : null
  const task = definition.task ?? codeIf(subject, 'TASK') ?? project?.task ?? from?.task ?? null
  const stated = definition.responsible ?? (subject === undefined ? null : project)?.responsible
  const shown: CommitmentInView = {
    id: track.id,
    code: codeOf(track, definition),
    title: titleOf(ledger, track, definition, day),
    task,
    plate: definition.plate ?? codeIf(subject, 'PLATE') ?? project?.plate ?? from?.plate ?? null,
    project: projectCode,
    theme: definition.theme ?? themeOf(ledger, task, day),
    dueOn: dueDay === null ? null : (dueChanges.at(-1)?.dueOn ?? null),
    dueOriginally: dueChanges[0]?.dueOn ?? null,
    timesRescheduled,
    responsible: responsibleOn(ledger, track.id, stated ?? [], day),
  }
  return ofKind(shown, track, terms)
}

function ofKind(shown: CommitmentInView, { kind, subject }: Track, terms: Terms): Commitment {
  const { definition } = terms
  // Each kind's terms define what a commitment of that kind is defined by, and only obligations have a subject.
  return { ...shown, kind, definition, ...(subject === undefined ? {} : { subject }) } as Commitment
}

/** What a milestone is an event of; undefined of other definitions. */
function subjectOf(definition: CommitmentDefinition): SubjectRef | undefined {
  // Only a Milestone's subject is an object.
  const { subject } = definition as Partial<Milestone>
  return typeof subject === 'object' ? subject : undefined
}

function codeOf({ subject }: Track, definition: CommitmentDefinition): string {
  return subject === undefined ? definition.code : `${definition.code}/${subject.code}`
}

function codeIf(subject: SubjectRef | undefined, kind: SubjectRef['kind']): string | null {
  return subject?.kind === kind ? subject.code : null
}

function placeOfIndicator(ledger: Ledger, { code }: SubjectRef, day: DayNumber) {
  return definitionAt(ledger, 'INDICATOR', code, day)
}

/** Tasks nest this deep at most; a task that lies below itself ends the search. */
const MAX_DEPTH = 32

/** The theme of a task, or of the nearest task above it that has one. */
function themeOf(ledger: Ledger, task: string | null, day: DayNumber): string | null {
  let code = task
  for (let depth = 0; code !== null && depth < MAX_DEPTH; depth++) {
    const found = definitionAt(ledger, 'TASK', code, day)
    if (found?.theme !== undefined) return found.theme
    code = found?.parent ?? null
  }
  return null
}

function responsibleOn(
  ledger: Ledger,
  id: string,
  stated: readonly Responsibility[],
  day: DayNumber,
): readonly Responsibility[] {
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
function titleOf(
  ledger: Ledger,
  { subject }: Track,
  { title }: CommitmentDefinition,
  day: DayNumber,
): Text {
  const name = subject === undefined ? null : nameOf(ledger, subject, day)
  if (name === null) return title
  const zh = `${name.zh}：${title.zh}`
  return title.en === undefined ? { zh } : { zh, en: `${name.en ?? name.zh}: ${title.en}` }
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
