import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { Responsibility } from '../unit/unit.ts'
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
  const { known, today } = situation
  const defined = definitionOf(situation, id)
  if (defined === null) return refuse('UNKNOWN_COMMITMENT', path, { id })
  const units = new Set(defined.responsible.map(({ unit }) => unit))
  for (const { commitment, unit, assigned, effectiveOn } of known.ofType('ASSIGNMENT')) {
    if (commitment !== id || effectiveOn > today) continue
    if (assigned) units.add(unit)
    else units.delete(unit)
  }
  return {
    dueOn: extendedDueOn(known, id) ?? defined.dueOn,
    defined: defined.responsible,
    units: [...units],
  }
}

function extendedDueOn(known: Known, id: CommitmentId): IsoDate | undefined {
  let dueOn: IsoDate | undefined
  for (const decision of known.ofType('EXTENSION_DECISION')) {
    const request = known.fact(decision.request)
    if (request?.type !== 'EXTENSION_REQUEST' || request.commitment !== id) continue
    if (decision.approved) dueOn = request.dueOn
  }
  return dueOn
}

function definitionOf(
  { known }: Situation,
  id: CommitmentId,
): { readonly dueOn: IsoDate | null; readonly responsible: readonly Responsibility[] } | null {
  const [kind = '', code = '', ...subject] = id.split('/')
  if (kind === 'indicator' || kind === 'milestone') {
    const definition = known.definition(
      kind === 'indicator' ? 'INDICATOR' : 'MILESTONE',
      id.slice(kind.length + 1),
    )
    if (definition === undefined) return null
    return { dueOn: definition.dueOn ?? null, responsible: definition.responsible ?? [] }
  }
  if (kind !== 'obligation') return null
  const rule = known.definition('RULE', code)
  if (rule === undefined || known.definition(rule.subject, subject.join('/')) === undefined) {
    return null
  }
  const dueOn = rule.due !== undefined && 'on' in rule.due ? rule.due.on : null
  return { dueOn, responsible: rule.responsible ?? [] }
}
