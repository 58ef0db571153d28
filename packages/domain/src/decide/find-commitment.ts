import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Milestone } from '../milestone/milestone.ts'
import type { Responsibility } from '../unit/unit.ts'
import { viewOf } from '../view/view-of.ts'
import type { Known } from './known.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Situation } from './situation.ts'

/** What deciding asks of a commitment. */
export interface FoundCommitment {
  readonly dueOn: IsoDate | null
  /** As the definition has it, before assignments. */
  readonly defined: readonly Responsibility[]
  /** Codes of the units that answer for it today. */
  readonly units: readonly string[]
}

/** A commitment as it stands today, or why there is none. */
export function findCommitment(
  situation: Situation,
  path: string,
  id: CommitmentId,
): FoundCommitment | Refusal {
  const { context } = situation
  if (id.startsWith('obligation/')) {
    if (context.engine === undefined) return refuse('NO_RULE_ENGINE', path, {})
    return obligationOf(situation, id) ?? refuse('UNKNOWN_COMMITMENT', path, { id })
  }
  const defined = definitionOf(situation.known, id)
  if (defined === undefined) return refuse('UNKNOWN_COMMITMENT', path, { id })
  return {
    dueOn: extendedDueOn(situation, id) ?? defined.dueOn ?? null,
    defined: defined.responsible ?? [],
    units: unitsToday(situation, id, defined.responsible ?? []),
  }
}

/** Which subjects a rule obliges is for the view to say; before the plan begins, that of its first day. */
function obligationOf(
  { facts, context, header, today, recordedAt }: Situation,
  id: CommitmentId,
): FoundCommitment | undefined {
  const { start } = header.period
  const asOf = today < start ? start : today
  const obligation = viewOf(facts, { asOf, knownAt: recordedAt }, context.engine)?.commitment(id)
  if (obligation === undefined) return undefined
  return {
    dueOn: obligation.dueOn,
    defined: obligation.definition.responsible ?? [],
    units: obligation.responsible.map(({ unit }) => unit),
  }
}

function definitionOf(known: Known, id: CommitmentId): Indicator | Milestone | undefined {
  const slash = id.indexOf('/')
  const code = id.slice(slash + 1)
  if (id.startsWith('indicator/')) return known.definition('INDICATOR', code)
  return id.startsWith('milestone/') ? known.definition('MILESTONE', code) : undefined
}

function extendedDueOn({ known }: Situation, id: CommitmentId): IsoDate | undefined {
  let dueOn: IsoDate | undefined
  for (const request of known.about(`request of ${id}`)) {
    for (const decision of known.about(`decision of ${request.id}`)) {
      if (request.type !== 'EXTENSION_REQUEST' || decision.type !== 'EXTENSION_DECISION') continue
      if (decision.approved) dueOn = request.dueOn
    }
  }
  return dueOn
}

function unitsToday(
  { known, today }: Situation,
  id: CommitmentId,
  defined: readonly Responsibility[],
): readonly string[] {
  const units = new Set(defined.map(({ unit }) => unit))
  for (const { commitment, unit, assigned, effectiveOn } of known.ofType('ASSIGNMENT')) {
    if (commitment !== id || effectiveOn > today) continue
    if (assigned) units.add(unit)
    else units.delete(unit)
  }
  return [...units]
}
