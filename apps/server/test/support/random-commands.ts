import type { Command, Plan, PlanFacts } from '@duban/domain'
import type { Actor } from '@duban/domain/decide'
import { parsePlan, printPlan } from '@duban/plan-file'
import fc from 'fast-check'
import { officePlan, startedRule } from './office-plan.ts'

/** Somebody who gives a command to the facts as they are, some hours after the last one. */
export interface RandomStep {
  readonly actor: Actor
  readonly hours: number
  readonly commandOn: (facts: PlanFacts) => Command
}

const actors = fc.constantFrom<Actor>(
  { name: 'zhang', roles: ['REPORTER'], units: ['housing'] },
  { name: 'zhao', roles: ['REPORTER'], units: ['roads', 'office'] },
  { name: 'li', roles: ['REVIEWER'], units: [] },
  { name: 'wang', roles: ['EDITOR'], units: [] },
  ...Array.from({ length: 5 }, (): Actor => ({ name: 'chen', roles: ['ADMIN'], units: [] })),
  { name: 'sun', roles: [], units: [] },
)

const dates = fc
  .integer({ min: -40, max: 260 })
  .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10))
const values = fc.constantFrom('0', '12.5', '60', '130', '-3', '0.0001')
const reasons = fc.constantFrom('', '情况变化', '汛期停工', '据实')
const units = fc.constantFrom('housing', 'housing', 'roads', 'roads', 'office', 'nobody')
const indicators = fc.constantFrom('estates', 'estates', 'roads', 'stock', 'share', 'nothing')
const projects = fc.constantFrom('bridge', 'estate', 'nothing')
const commitments = fc.constantFrom(
  'indicator/estates',
  'indicator/roads',
  'milestone/opening',
  'milestone/road-open',
  'obligation/started/bridge',
  'milestone/nothing',
)
const places = fc.nat({ max: 999 })

/** Id of one of the facts of a type, or of none. */
function idOf(facts: PlanFacts, type: string, place: number): string {
  const ids = facts.facts.flatMap((fact) => (fact.type === type ? fact.id : []))
  return ids[place % (ids.length + 1)] ?? 'none'
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined })
}

/** The fields that have a value. */
function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // The entries left are those of T that have a value.
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}

const observation = fc
  .record({
    of: fc.oneof(
      indicators.map((code) => ({ kind: 'INDICATOR' as const, code })),
      projects.map((code) => ({ kind: 'PROJECT' as const, code })),
    ),
    value: values,
    effectiveOn: dates,
    reporter: units,
    state: maybe(fc.constantFrom('DRAFT' as const, 'SUBMITTED' as const, 'APPROVED' as const)),
    unit: fc.option(fc.constantFrom('COUNT', 'YI_YUAN'), { nil: undefined, freq: 1 }),
    note: maybe(reasons),
  })
  .map(({ state, unit, note, ...rest }) => ({ ...rest, ...given({ state, unit, note }) }))

type Make = (facts: PlanFacts) => Command

const makers: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(observation, { minLength: 1, maxLength: 3 }).map(
      (observations): Make =>
        () => ({ type: 'REPORT_OBSERVATIONS', observations }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ place: places, value: values, reason: reasons, effectiveOn: maybe(dates) })
      .map(
        ({ place, value, reason, effectiveOn }): Make =>
          (facts) => ({
            type: 'CORRECT_OBSERVATION',
            observation: idOf(facts, 'OBSERVATION', place),
            value,
            reason,
            ...given({ effectiveOn }),
          }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.record({
          place: places,
          state: fc.constantFrom('SUBMITTED' as const, 'APPROVED' as const, 'RETURNED' as const),
          reason: maybe(reasons),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map(
        (reviews): Make =>
          (facts) => ({
            type: 'REVIEW_OBSERVATIONS',
            reviews: reviews.map(({ place, state, reason }) => ({
              observation: idOf(facts, 'OBSERVATION', place),
              state,
              ...given({ reason }),
            })),
          }),
      ),
  },
  fc
    .record({
      of: fc.oneof(
        fc
          .constantFrom('opening', 'road-open', 'design', 'nothing')
          .map((milestone) => ({ milestone })),
        fc.constantFrom('design', 'started', 'met').map((event) => ({
          subject: { kind: 'PLATE' as const, code: 'south' },
          event,
        })),
        projects.map((code) => ({ subject: { kind: 'PROJECT' as const, code }, event: 'started' })),
      ),
      on: dates,
      happened: fc.boolean(),
    })
    .map(
      (fields): Make =>
        () => ({ type: 'RECORD_MILESTONE', ...fields }),
    ),
  fc
    .record({
      project: projects,
      stage: fc.constantFrom('PREPARED' as const, 'STARTED' as const, 'COMPLETED' as const),
      on: dates,
    })
    .map(
      (fields): Make =>
        () => ({ type: 'RECORD_PROJECT_STAGE', ...fields }),
    ),
  fc
    .record({
      indicator: indicators,
      field: fc.constantFrom('target' as const, 'targetUpper' as const, 'baseline' as const),
      value: values,
      reason: reasons,
    })
    .map(
      (fields): Make =>
        () => ({ type: 'AMEND_TARGET', ...fields }),
    ),
  {
    weight: 2,
    arbitrary: fc.record({ commitment: commitments, dueOn: dates, reason: reasons }).map(
      (fields): Make =>
        () => ({ type: 'REQUEST_EXTENSION', ...fields }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ place: places, approved: fc.boolean(), reason: maybe(reasons) }).map(
      ({ place, approved, reason }): Make =>
        (facts) => ({
          type: 'DECIDE_EXTENSION',
          request: idOf(facts, 'EXTENSION_REQUEST', place),
          approved,
          ...given({ reason }),
        }),
    ),
  },
  fc
    .record({
      commitment: commitments,
      reason: reasons,
      approved: fc.boolean(),
      effectiveOn: dates,
    })
    .map(
      (fields): Make =>
        () => ({ type: 'WAIVE_COMMITMENT', ...fields }),
    ),
  fc
    .record({
      commitment: commitments,
      unit: units,
      role: fc.constantFrom('LEAD' as const, 'SUPPORT' as const),
      assigned: fc.boolean(),
    })
    .map(
      (fields): Make =>
        () => ({ type: 'ASSIGN_UNIT', ...fields }),
    ),
  fc
    .record({ commitment: commitments, reason: reasons, light: fc.constantFrom('RED' as const) })
    .map(
      (fields): Make =>
        () => ({ type: 'JUDGE', ...fields }),
    ),
  fc
    .record({
      require: fc.constantFrom('has(project.events.started)', 'project.colour == 1', 'true ||'),
      due: fc.oneof(
        dates.map((on) => ({ on })),
        fc.constant({ cel: 'project.events.started' }),
      ),
      severity: fc.constantFrom('INFO' as const, 'CRITICAL' as const),
      note: maybe(reasons),
    })
    .map(
      ({ note, ...fields }): Make =>
        () => ({
          type: 'SAVE_RULE',
          rule: { ...startedRule, ...fields },
          ...given({ note }),
        }),
    ),
  fc
    .record({
      version: fc.constantFrom('1', '2'),
      when: fc.constantFrom('status == "OVERDUE"', 'daysLate > 30', 'colour'),
    })
    .map(
      ({ version, when }): Make =>
        () => ({
          type: 'SAVE_POLICY',
          policy: {
            code: 'own',
            version,
            title: { zh: '自定办法' },
            lights: [
              { light: 'RED', when },
              { light: 'GREEN', when: 'true' },
            ],
          },
        }),
    ),
  fc.record({ through: dates, reason: reasons, open: fc.boolean() }).map(
    ({ through, reason, open }): Make =>
      () => ({
        type: open ? 'REOPEN_PERIOD' : 'CLOSE_PERIOD',
        through,
        reason,
      }),
  ),
  fc.constantFrom('120', '150').map(
    (target): Make =>
      (facts) => ({ type: 'IMPORT_PLAN', plan: planWith(facts.code, target) }),
  ),
)

/** The office's plan as its file gives it, with another target. */
export function planWith(code: string, target: string): Plan {
  const { indicators: all } = officePlan()
  const changed = all.map((one) => (one.code === 'estates' ? { ...one, target } : one))
  const parsed = parsePlan(printPlan(officePlan({ code, indicators: changed })))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.plan
}

/** Commands in a row, many of which are refused for one reason or another. */
export const randomSteps: fc.Arbitrary<readonly RandomStep[]> = fc.array(
  fc.record({ actor: actors, hours: fc.integer({ min: 0, max: 300 }), commandOn: makers }),
  { minLength: 6, maxLength: 14 },
)
