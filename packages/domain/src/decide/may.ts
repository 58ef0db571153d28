import type { Actor, Role } from './actor.ts'
import type { CommandType } from './command.ts'

/** Which roles may give a command; a REPORTER further only for its own units. */
export const rolesFor: Readonly<Record<CommandType, readonly Role[]>> = {
  IMPORT_PLAN: ['EDITOR', 'ADMIN'],
  REPORT_OBSERVATIONS: ['REPORTER', 'EDITOR', 'ADMIN'],
  CORRECT_OBSERVATION: ['REPORTER', 'EDITOR', 'ADMIN'],
  REVIEW_OBSERVATIONS: ['REPORTER', 'REVIEWER', 'ADMIN'],
  RECORD_MILESTONE: ['REPORTER', 'EDITOR', 'ADMIN'],
  RECORD_PROJECT_STAGE: ['REPORTER', 'EDITOR', 'ADMIN'],
  AMEND_TARGET: ['EDITOR', 'ADMIN'],
  REQUEST_EXTENSION: ['REPORTER', 'EDITOR', 'ADMIN'],
  DECIDE_EXTENSION: ['REVIEWER', 'ADMIN'],
  WAIVE_COMMITMENT: ['EDITOR', 'ADMIN'],
  ASSIGN_UNIT: ['EDITOR', 'ADMIN'],
  SAVE_RULE: ['EDITOR', 'ADMIN'],
  SAVE_POLICY: ['EDITOR', 'ADMIN'],
  CLOSE_PERIOD: ['REVIEWER', 'ADMIN'],
  REOPEN_PERIOD: ['ADMIN'],
  JUDGE: ['REVIEWER', 'ADMIN'],
}

/** Whether the actor holds one of the roles, or is trusted. */
export function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.trusted === true || roles.some((role) => actor.roles.includes(role))
}

/** Whether the actor may give a command for at least some unit. */
export function mayGive(actor: Actor, command: CommandType): boolean {
  return hasRole(actor, rolesFor[command])
}

/** Whether the actor may give a command on behalf of one of these units. */
export function mayGiveFor(actor: Actor, command: CommandType, units: readonly string[]): boolean {
  const isOwn = (): boolean => units.some((unit) => actor.units.includes(unit))
  const suffices = (role: Role): boolean =>
    actor.roles.includes(role) && (role !== 'REPORTER' || isOwn())
  return actor.trusted === true || rolesFor[command].some(suffices)
}

/** Whether the actor may approve or return reports, and so record one as approved. */
export function mayReview(actor: Actor): boolean {
  return hasRole(actor, ['REVIEWER', 'ADMIN'])
}
