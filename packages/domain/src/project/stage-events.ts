import type { ProjectStage } from './project.ts'

/** The stages that follow each other; SUSPENDED and CANCELLED stand outside this order. */
const ORDER: readonly ProjectStage[] = [
  'PROPOSED',
  'PREPARING',
  'PREPARED',
  'CLEARED',
  'STARTED',
  'COMPLETED',
  'IN_USE',
]

const STAGE_OF_EVENT: ReadonlyMap<string, ProjectStage> = new Map([
  ['prepared', 'PREPARED'],
  ['cleared', 'CLEARED'],
  ['started', 'STARTED'],
  ['completed', 'COMPLETED'],
  ['in-use', 'IN_USE'],
])

/** The stage a project enters by a built-in event; undefined for an event that is none. */
export function stageOfEvent(event: string): ProjectStage | undefined {
  return STAGE_OF_EVENT.get(event)
}

/** Whether a project in one stage has come as far as another; never, when either stands outside the order. */
export function hasReached(current: ProjectStage, stage: ProjectStage): boolean {
  const at = ORDER.indexOf(current)
  const wanted = ORDER.indexOf(stage)
  return at >= 0 && wanted >= 0 && at >= wanted
}
