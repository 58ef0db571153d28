import type { DayNumber, Fact, Indicator, Milestone, Plan } from '@duban/domain'
import { compareExact, parseExact, printExact, ZERO } from '@duban/domain'
import { parts, shareOf } from '../amount/share.ts'
import { dateOf, dayOf, workingDay } from '../calendar/days.ts'
import {
  AMENDMENT_REASON,
  EXTENSION_REASONS,
  REFUSAL_REASON,
  WAIVER_REASON,
} from '../content/reasons.ts'
import type { Random } from '../random/random.ts'
import type { Decided } from './events.ts'
import { investmentIndicator } from './investment.ts'
import { EDITOR, REVIEWER, record, reporterOf } from './record.ts'

/** What happens but once or twice a year, with what it makes of the milestones concerned. */
export interface Incidents {
  readonly facts: readonly Fact[]
  readonly decided: Decided
}

/**
 * One quiet change of a target (a definition without an amendment), one amendment in the open, an extension
 * approved, one refused, and a waiver; as many of them as the plan has commitments for.
 */
export function makeIncidents(plan: Plan, random: Random): Incidents {
  const first = dayOf(plan.period.start)
  const last = dayOf(plan.period.end)
  const own = plan.milestones.filter(({ event, dueOn }) => {
    const due = event !== undefined || dueOn === undefined ? null : dayOf(dueOn)
    return due !== null && due >= first + 120 && due <= last - 61
  })
  const [extended, refused] = random.shuffle(own)
  const [quiet, amended] = random.shuffle(amendableIndicators(plan))
  const waived = random
    .shuffle(plan.indicators)
    .find(
      ({ code, modality, weight }) =>
        modality !== 'MUST' && weight !== '0' && code !== quiet?.code && code !== amended?.code,
    )
  const decided = new Map<string, DayNumber | null>()
  if (extended !== undefined) decided.set(extended.code, dueDay(extended) + 38)
  if (refused !== undefined) decided.set(refused.code, dueDay(refused) + 27)
  return {
    decided,
    facts: [
      ...(quiet === undefined ? [] : changeQuietly(plan, random, quiet, first)),
      ...(amended === undefined ? [] : amend(plan, random, amended, first)),
      ...(extended === undefined ? [] : askForTime(plan, random, extended, true)),
      ...(refused === undefined ? [] : askForTime(plan, random, refused, false)),
      ...(waived === undefined ? [] : waive(plan, random, waived, first)),
    ],
  }
}

/** Running totals that count and can be lowered. */
function amendableIndicators(plan: Plan): readonly Indicator[] {
  const investment = investmentIndicator(plan)
  return plan.indicators.filter(
    ({ target, accumulation, comparator, checkpoints, weight, code }) =>
      accumulation === 'CUMULATIVE' &&
      comparator === 'AT_LEAST' &&
      checkpoints === undefined &&
      weight !== '0' &&
      code !== investment?.code &&
      compareExact(parseExact(target ?? '') ?? ZERO, parts(10, 0)) >= 0,
  )
}

function dueDay(milestone: Milestone): DayNumber {
  return dayOf(milestone.dueOn ?? '')
}

function changeQuietly(
  plan: Plan,
  random: Random,
  indicator: Indicator,
  first: DayNumber,
): readonly Fact[] {
  const target = lowered(indicator, 850_000)
  if (target === null) return []
  const order = plan.indicators.indexOf(indicator)
  const recordedOn = workingDay(first + 252)
  const key = `definition/INDICATOR/${indicator.code}/2`
  return [
    {
      type: 'DEFINITION',
      ...record(plan, random, { key, effectiveOn: first + 244, recordedOn, by: EDITOR }),
      change: {
        set: { kind: 'INDICATOR', code: indicator.code, order, value: { ...indicator, target } },
      },
    },
  ]
}

function amend(
  plan: Plan,
  random: Random,
  indicator: Indicator,
  first: DayNumber,
): readonly Fact[] {
  const value = lowered(indicator, 900_000)
  if (value === null) return []
  const [document] = plan.documents
  const key = `amendment/${indicator.code}`
  const recordedOn = workingDay(first + 175)
  return [
    {
      type: 'AMENDMENT',
      ...record(plan, random, { key, effectiveOn: first + 182, recordedOn, by: EDITOR }),
      indicator: indicator.code,
      field: 'target',
      value,
      reason: AMENDMENT_REASON,
      ...(document === undefined ? {} : { document: document.code }),
    },
  ]
}

/** A lower target in whole units, null where there is none. */
function lowered(indicator: Indicator, millionths: number): string | null {
  const target = parseExact(indicator.target ?? '')
  const value = target === null ? null : printExact(shareOf(target, millionths, 0))
  return value === indicator.target ? null : value
}

function askForTime(
  plan: Plan,
  random: Random,
  milestone: Milestone,
  approved: boolean,
): readonly Fact[] {
  const due = dueDay(milestone)
  const askedOn = workingDay(due - 24)
  const decidedOn = workingDay(askedOn + random.int(4, 8))
  const key = `extension/${milestone.code}`
  const by = reporterOf(milestone.responsible?.[0]?.unit ?? 'plan')
  const asked = record(plan, random, { key, effectiveOn: askedOn, recordedOn: askedOn, by })
  const decided = record(plan, random, {
    key: `${key}/decision`,
    effectiveOn: decidedOn,
    recordedOn: decidedOn,
    by: REVIEWER,
  })
  return [
    {
      type: 'EXTENSION_REQUEST',
      ...asked,
      commitment: `milestone/${milestone.code}`,
      dueOn: dateOf(due + 45),
      reason: random.pick(EXTENSION_REASONS),
    },
    {
      type: 'EXTENSION_DECISION',
      ...decided,
      request: asked.id,
      approved,
      ...(approved ? {} : { reason: REFUSAL_REASON }),
    },
  ]
}

function waive(
  plan: Plan,
  random: Random,
  indicator: Indicator,
  first: DayNumber,
): readonly Fact[] {
  const day = workingDay(first + 210)
  const key = `waiver/${indicator.code}`
  return [
    {
      type: 'WAIVER',
      ...record(plan, random, { key, effectiveOn: day, recordedOn: day, by: EDITOR }),
      commitment: `indicator/${indicator.code}`,
      approved: true,
      reason: WAIVER_REASON,
    },
  ]
}
