import type { Instant } from '../calendar/date.ts'
import { isInstant, todayIn } from '../calendar/instant.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { noteOrigin } from '../fact/fact-index.ts'
import { grownFacts } from '../fact/fact-list.ts'
import { amendTarget } from './amend-target.ts'
import type { Command } from './command.ts'
import { assignUnit, judge, waiveCommitment } from './commitment-acts.ts'
import type { Decision, DecisionContext } from './decision.ts'
import { decideExtension, requestExtension } from './extensions.ts'
import { importPlan } from './import-plan.ts'
import { type Known, knownOf } from './known.ts'
import { mayGive, rolesFor } from './may.ts'
import { correctObservation, reportObservations } from './observations.ts'
import { closePeriod, reopenPeriod } from './periods.ts'
import { recordMilestone } from './record-milestone.ts'
import { recordProjectStage } from './record-stage.ts'
import { type Refusal, refuse } from './refusal.ts'
import { reviewObservations } from './review-observations.ts'
import { savePolicy, saveRule } from './save-rule.ts'
import type { Situation } from './situation.ts'

/** How far a clock may lie behind the one that recorded last, in milliseconds. */
const CLOCK_TOLERANCE = 60_000

/**
 * Decides a command against everything known of a plan: the facts to append (all of them or none), or every reason
 * against it. Nothing is changed; whoever stores the facts guards them by `facts.revision`.
 */
export function decide(facts: PlanFacts, command: Command, context: DecisionContext): Decision {
  const known = knownOf(facts)
  const refusals = checkContext(facts, known, command, context)
  if (refusals.length > 0) return { ok: false, refusals }
  const recordedAt = laterOf(context.now, known.lastRecordedAt)
  if (command.type === 'IMPORT_PLAN') return importPlan(facts, command, context, recordedAt)
  const header = known.definition('PLAN', facts.code)
  const today = header === undefined ? null : todayIn(header.timeZone, context.now)
  if (header === undefined || today === null) {
    return { ok: false, refusals: [refuse('NO_PLAN', '', { code: facts.code })] }
  }
  return decideOnPlan({ facts, known, context, header, today, recordedAt }, command)
}

function decideOnPlan(
  situation: Situation,
  command: Exclude<Command, { readonly type: 'IMPORT_PLAN' }>,
): Decision {
  switch (command.type) {
    case 'REPORT_OBSERVATIONS':
      return reportObservations(situation, command)
    case 'CORRECT_OBSERVATION':
      return correctObservation(situation, command)
    case 'REVIEW_OBSERVATIONS':
      return reviewObservations(situation, command)
    case 'RECORD_MILESTONE':
      return recordMilestone(situation, command)
    case 'RECORD_PROJECT_STAGE':
      return recordProjectStage(situation, command)
    case 'AMEND_TARGET':
      return amendTarget(situation, command)
    case 'REQUEST_EXTENSION':
      return requestExtension(situation, command)
    case 'DECIDE_EXTENSION':
      return decideExtension(situation, command)
    case 'WAIVE_COMMITMENT':
      return waiveCommitment(situation, command)
    case 'ASSIGN_UNIT':
      return assignUnit(situation, command)
    case 'SAVE_RULE':
      return saveRule(situation, command)
    case 'SAVE_POLICY':
      return savePolicy(situation, command)
    case 'CLOSE_PERIOD':
      return closePeriod(situation, command)
    case 'REOPEN_PERIOD':
      return reopenPeriod(situation, command)
    case 'JUDGE':
      return judge(situation, command)
  }
}

function checkContext(
  facts: PlanFacts,
  known: Known,
  command: Command,
  { now, actor, expectedRevision }: DecisionContext,
): readonly Refusal[] {
  if (!isInstant(now)) return [refuse('INVALID_INSTANT', 'now', { value: now })]
  if (!mayGive(actor, command.type)) {
    return [refuse('NOT_ALLOWED', '', { roles: rolesFor[command.type].join(', ') })]
  }
  if (expectedRevision !== undefined && expectedRevision !== facts.revision) {
    const params = { expected: expectedRevision, current: facts.revision }
    return [refuse('CONFLICT', 'expectedRevision', params)]
  }
  const last = known.lastRecordedAt
  if (last !== null && Date.parse(last) - Date.parse(now) > CLOCK_TOLERANCE) {
    return [refuse('CLOCK_BEHIND', 'now', { now, last })]
  }
  return []
}

/** Facts are recorded in order: two servers' clocks may differ by a little, their facts may not. */
function laterOf(now: Instant, last: Instant | null): Instant {
  return last !== null && last > now ? last : now
}

/** The facts of a plan with those of one more commit. */
export function appendFacts(facts: PlanFacts, more: PlanFacts['facts']): PlanFacts {
  const after = grownFacts(facts, more)
  noteOrigin(after, facts)
  return after
}
