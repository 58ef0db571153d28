import type { Command, CommandType, Fact } from '@duban/domain'
import type { AuditEntry } from '@duban/storage'
import type { WriteRequest } from './write.ts'

/** The mutation, and the command line's word, for each command. */
export const commandNames = {
  IMPORT_PLAN: 'importPlan',
  REPORT_OBSERVATIONS: 'reportObservations',
  CORRECT_OBSERVATION: 'correctObservation',
  REVIEW_OBSERVATIONS: 'reviewObservations',
  RECORD_MILESTONE: 'recordMilestone',
  RECORD_PROJECT_STAGE: 'recordProjectStage',
  AMEND_TARGET: 'amendTarget',
  REQUEST_EXTENSION: 'requestExtension',
  DECIDE_EXTENSION: 'decideExtension',
  WAIVE_COMMITMENT: 'waiveCommitment',
  ASSIGN_UNIT: 'assignUnit',
  SAVE_RULE: 'saveRule',
  SAVE_POLICY: 'savePolicy',
  CLOSE_PERIOD: 'closePeriod',
  REOPEN_PERIOD: 'reopenPeriod',
  JUDGE: 'judge',
} as const satisfies Readonly<Record<CommandType, string>>

/** Who did what, when and why, of facts that are about to be committed. */
export function auditOf(
  { command, actor, now }: Pick<WriteRequest, 'command' | 'actor' | 'now'>,
  facts: readonly Fact[],
): AuditEntry {
  return {
    at: now,
    actor: actor.name,
    command: commandNames[command.type],
    reason: reasonOf(command),
    summary: { ...subjectOf(command), facts: facts.length },
  }
}

function reasonOf(command: Command): string | null {
  if ('reason' in command) return command.reason ?? null
  return 'note' in command ? (command.note ?? null) : null
}

/** What a command is about, in its own terms; what it says in full is in its facts. Lists are counted, parts named. */
function subjectOf(command: Command): Readonly<Record<string, unknown>> {
  const told = Object.entries(command).flatMap(([name, value]: [string, unknown]) =>
    toldElsewhere.has(name) ? [] : [[name, shortOf(value)]],
  )
  return Object.fromEntries(told)
}

const toldElsewhere = new Set(['type', 'reason', 'note', 'facts', 'evidence'])

function shortOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length
  return isDefinition(value) ? value.code : value
}

function isDefinition(value: unknown): value is { readonly code: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'code' in value &&
    typeof value.code === 'string'
  )
}
