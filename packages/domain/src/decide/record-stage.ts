import type { IsoDate } from '../calendar/date.ts'
import type { ProjectStage } from '../project/project.ts'
import { checkPastDate, checkText, findFact, isRefusal } from './checks.ts'
import type { RecordProjectStage } from './command.ts'
import type { Decision } from './decision.ts'
import type { Known } from './known.ts'
import { latestOn } from './latest.ts'
import { type Refusal, refuse } from './refusal.ts'
import { checkResponsible } from './responsible.ts'
import { baseOf, type Situation } from './situation.ts'

/** Records that a project enters a stage; entering the one it stands in already is refused. */
export function recordProjectStage(situation: Situation, command: RecordProjectStage): Decision {
  const { known } = situation
  const project = known.definition('PROJECT', command.project)
  if (project === undefined) {
    const unknown = { kind: 'PROJECT', code: command.project }
    return { ok: false, refusals: [refuse('UNKNOWN_CODE', 'project', unknown)] }
  }
  const refusals: Refusal[] = [
    ...checkResponsible(situation, command.type, 'project', {
      kind: 'PROJECT',
      code: command.project,
    }),
    ...checkPastDate(situation, 'on', command.on),
    ...checkText('note', command.note),
  ]
  if (command.supersedes !== undefined) {
    const old = findFact(situation, 'supersedes', command.supersedes, 'STAGE_CHANGE')
    if (isRefusal(old)) refusals.push(old)
    else if (old.project !== command.project) {
      refusals.push(refuse('OTHER_SUBJECT', 'supersedes', { fact: old.id }))
    } else refusals.push(...checkPastDate(situation, 'supersedes', old.effectiveOn))
  }
  const current = stageOn(known, command.project, command.on, command.supersedes)
  if (current === command.stage) refusals.push(refuse('NO_CHANGE', 'stage', { current }))
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: [
      {
        type: 'STAGE_CHANGE',
        ...baseOf(situation, command.on, command.note),
        project: command.project,
        stage: command.stage,
        ...(command.supersedes === undefined ? {} : { supersedes: command.supersedes }),
      },
    ],
  }
}

/** The stage a project is known to stand in on a day, leaving one record out of account. */
export function stageOn(
  known: Known,
  project: string,
  day: IsoDate,
  without?: string,
): ProjectStage | undefined {
  const changes = known.about(`stage of ${project}`).filter((it) => it.type === 'STAGE_CHANGE')
  const latest = latestOn(known, changes, day, undefined, without)
  return latest?.stage ?? known.definition('PROJECT', project)?.stage
}
