import type { TroubleCode } from '../commitment/track.ts'
import type { Pace, Status } from './assessment.ts'

/**
 * Every code that a Reason can have; the catalogue has a text for each. First what the status rests on:
 * the status itself (params `on`, `due`, `days`, as far as they apply), NOT_YET (a milestone without a record, or an
 * obligation whose requirement does not hold), SHORT (the value is not as the target asks), NO_DATA, BREACHED (`on`),
 * FELL_BACK (it held until `on`), JUDGED_AT_DUE (`due`; it must hold on that day), NO_DUE_DATE.
 */
export type StatusReasonCode =
  | Status
  | 'NOT_YET'
  | 'SHORT'
  | 'NO_DATA'
  | 'BREACHED'
  | 'FELL_BACK'
  | 'JUDGED_AT_DUE'
  | 'NO_DUE_DATE'

/**
 * Where the figures come from. Of the actual value: ACTUAL_LATEST, ACTUAL_ADDED (several reporters), ACTUAL_SUM,
 * ACTUAL_RATIO, ACTUAL_COUNT, ACTUAL_PROJECTS_SUM (`actual`, `unit`, `count`); of the target: TARGET, TARGET_RELATIVE
 * (`target`, `factor`, `baseline`), TARGET_AMENDED (`from`, `to`, `on`, `reason`), TARGET_REDEFINED; of the pace: the
 * Pace (`achieved`, `expected`, `gapPoints`) and CONSUMED (`consumed`, where a ceiling is held against it); RESCHEDULED
 * (`from`, `to`, `times`); NOT_COUNTED (`count`, `field`: projects left out for want of a value).
 */
export type FigureReasonCode =
  | 'ACTUAL_LATEST'
  | 'ACTUAL_ADDED'
  | 'ACTUAL_SUM'
  | 'ACTUAL_RATIO'
  | 'ACTUAL_COUNT'
  | 'ACTUAL_PROJECTS_SUM'
  | 'TARGET'
  | 'TARGET_RELATIVE'
  | 'TARGET_AMENDED'
  | 'TARGET_REDEFINED'
  | 'AHEAD'
  | 'ON_PACE'
  | 'BEHIND'
  | 'CONSUMED'
  | 'RESCHEDULED'
  | 'NOT_COUNTED'
  | 'SUBMITTED_INCLUDED'

/**
 * What lit it: LIGHT (`light`, `policy`, `version`, `condition`), NO_CONDITION (none held), and why another policy
 * than the plan's was taken: POLICY_UNKNOWN, POLICY_NOT_VALID, POLICY_INVALID, POLICY_NOT_LOADED (`policy`).
 */
export type LightReasonCode =
  | 'LIGHT'
  | 'NO_CONDITION'
  | 'POLICY_UNKNOWN'
  | 'POLICY_NOT_VALID'
  | 'POLICY_INVALID'
  | 'POLICY_NOT_LOADED'

/** Every code that a Reason can have. */
export type ReasonCode =
  | StatusReasonCode
  | FigureReasonCode
  | LightReasonCode
  | TroubleCode
  | Exclude<Pace, 'UNKNOWN'>
