import type { Command } from '@duban/domain'
import { printPlan } from '@duban/plan-file'
import { commandNames } from '../../src/writing/audit-of.ts'

const amendedFields = { target: 'TARGET', targetUpper: 'TARGET_UPPER', baseline: 'BASELINE' }

/** The mutation that gives a command, and its input. */
export function inputOf(
  plan: string,
  command: Command,
): { readonly mutation: string; readonly input: Readonly<Record<string, unknown>> } {
  const mutation = command.type === 'JUDGE' ? 'judgeCommitment' : commandNames[command.type]
  return { mutation, input: fieldsOf(plan, command) }
}

function fieldsOf(plan: string, command: Command): Readonly<Record<string, unknown>> {
  const { type: _type, ...fields } = command
  switch (command.type) {
    case 'IMPORT_PLAN':
      return { document: printPlan(command.plan) }
    case 'AMEND_TARGET':
      return { plan, ...fields, field: amendedFields[command.field] }
    case 'RECORD_MILESTONE': {
      const { of } = command
      const named = 'milestone' in of ? of : { subject: { ...of.subject, event: of.event } }
      return { plan, ...fields, of: named }
    }
    case 'DECIDE_EXTENSION': {
      const { request, approved, reason } = command
      return { plan, extension: request, approved, ...(reason === undefined ? {} : { reason }) }
    }
    case 'REPORT_OBSERVATIONS':
    case 'CORRECT_OBSERVATION':
    case 'REVIEW_OBSERVATIONS':
    case 'RECORD_PROJECT_STAGE':
    case 'REQUEST_EXTENSION':
    case 'WAIVE_COMMITMENT':
    case 'ASSIGN_UNIT':
    case 'SAVE_RULE':
    case 'SAVE_POLICY':
    case 'CLOSE_PERIOD':
    case 'REOPEN_PERIOD':
    case 'JUDGE':
      return { plan, ...fields }
  }
}
