import type { CommitmentId } from '../commitment/commitment.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Responsibility } from '../unit/unit.ts'
import type { CommandType } from './command.ts'
import type { Known } from './known.ts'
import { mayGiveFor } from './may.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Situation } from './situation.ts'

/** A REPORTER records only what one of its units answers for. */
export function checkResponsible(
  situation: Situation,
  command: CommandType,
  path: string,
  subject: SubjectRef,
): Refusal[] {
  const { actor } = situation.context
  if (mayGiveFor(actor, command, [])) return []
  const units = unitsOfSubject(situation.known, situation.facts.code, subject)
  return mayGiveFor(actor, command, units)
    ? []
    : [refuse('NOT_YOUR_UNIT', path, { unit: units.join(', ') })]
}

/** Codes of the units that answer for a subject, its milestones' included. */
function unitsOfSubject(known: Known, plan: string, subject: SubjectRef): readonly string[] {
  const units = new Set<string>()
  const add = (responsible: readonly Responsibility[] | undefined) => {
    for (const { unit } of responsible ?? []) units.add(unit)
  }
  const commitments = new Set<CommitmentId>()
  for (const milestone of known.definitions('MILESTONE')) {
    const own = milestone.subject ?? { kind: 'PLAN', code: plan }
    const isSubject =
      subject.kind === 'MILESTONE'
        ? milestone.code === subject.code
        : own.kind === subject.kind && own.code === subject.code
    if (!isSubject) continue
    add(milestone.responsible)
    commitments.add(`milestone/${milestone.code}`)
  }
  if (subject.kind === 'PROJECT') add(known.definition('PROJECT', subject.code)?.responsible)
  for (const { commitment, unit, assigned } of known.ofType('ASSIGNMENT')) {
    if (!commitments.has(commitment)) continue
    if (assigned) units.add(unit)
    else units.delete(unit)
  }
  return [...units]
}
