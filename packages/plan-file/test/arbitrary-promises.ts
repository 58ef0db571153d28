import type { Indicator } from '@duban/domain'
import fc from 'fast-check'
import {
  codes,
  date,
  decimal,
  each,
  line,
  locators,
  type Names,
  oneOf,
  promise,
  reference,
  START,
  sometimes,
  text,
} from './arbitrary-parts.ts'

/** A promise of one kind: what every promise states, and the kind's own fields. */
function promises<T extends object>(names: Names, code: string, own: fc.Arbitrary<T>) {
  return fc
    .tuple(text, promise(names), own, locators(names))
    .map(([title, common, fields, found]) => ({
      code,
      title,
      ...common,
      ...fields,
      locators: found,
    }))
}

export function indicator(
  names: Names,
  indicators: readonly string[],
  units: readonly string[],
  own: string,
) {
  const target = fc.oneof(
    fc.record({
      comparator: fc.constantFrom('AT_LEAST' as const, 'AT_MOST' as const, 'EXACTLY' as const),
      target: decimal,
    }),
    fc.record({ comparator: fc.constant('AT_MOST' as const), targetFactor: decimal }),
    decimal.map((bound) => ({
      comparator: 'BETWEEN' as const,
      target: bound,
      targetUpper: bound,
    })),
  )
  const combined = fc.oneof(
    fc.record({
      accumulation: fc.constantFrom('CUMULATIVE' as const, 'PERIODIC' as const, 'LEVEL' as const),
      unit: oneOf(['PERCENT', 'COUNT', ...units]),
    }),
    fc.record({
      accumulation: fc.constant('RATIO' as const),
      unit: fc.constant('PERCENT'),
      numerator: oneOf(indicators),
      denominator: oneOf(indicators),
    }),
    fc.record({
      accumulation: fc.constant('DERIVED' as const),
      unit: fc.constant('YI_YUAN'),
      derivation: fc.oneof(
        sometimes({ where: line }).map((where) => ({ aggregate: 'COUNT' as const, ...where })),
        sometimes({ where: line }).map((where) => ({
          aggregate: 'SUM' as const,
          field: 'investment.total' as const,
          ...where,
        })),
      ),
    }),
  )
  const paced = fc.oneof(
    sometimes({ pace: fc.constantFrom('LINEAR' as const, 'AT_DUE' as const) }),
    fc
      .uniqueArray(fc.tuple(date, decimal), { selector: ([on]) => on, maxLength: 3 })
      .map((points) => ({
        pace: 'CHECKPOINTS' as const,
        checkpoints: points
          .map(([on, value]) => ({ on, value }))
          .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
        dueOn: '2024-12-31',
      })),
  )
  const fields = fc
    .tuple(
      fc.record({ direction: fc.constantFrom('INCREASE' as const, 'DECREASE' as const) }),
      target,
      combined,
      sometimes({
        baseline: decimal,
        parts: fc.uniqueArray(oneOf(indicators), { maxLength: 2 }),
        fulfilment: fc.constantFrom('REACH' as const, 'HOLD' as const, 'THROUGHOUT' as const),
        startOn: fc.constant(START),
        dueOn: date,
      }),
      paced,
    )
    .map(
      ([a, b, c, d, e]): Omit<Indicator, 'code' | 'title' | 'locators'> => ({
        ...a,
        ...b,
        ...c,
        ...d,
        ...e,
      }),
    )
  return promises(names, own, fields)
}

export function milestone(names: Names, plan: string, event: string | undefined, own: string) {
  const subject = fc.oneof(
    fc.constant({}),
    fc.constant({ subject: { kind: 'PLAN' as const, code: plan } }),
    ...(event === undefined ? [] : [fc.constant({ event })]),
    ...(names.projects.length === 0
      ? []
      : [
          oneOf(names.projects).map((found) => ({
            subject: { kind: 'PROJECT' as const, code: found },
            event: 'started',
          })),
        ]),
  )
  return promises(
    names,
    own,
    fc.tuple(subject, sometimes({ dueOn: date })).map(([a, b]) => ({ ...a, ...b })),
  )
}

export function rule(names: Names, own: string) {
  const step = fc
    .tuple(
      fc.record({
        afterDays: fc.integer({ min: -60, max: 60 }),
        light: fc.constantFrom('BLUE' as const, 'YELLOW' as const, 'RED' as const),
      }),
      reference('notify', names.units),
    )
    .map(([fields, notify]) => ({ ...fields, ...notify }))
  const due = fc.oneof(
    date.map((on) => ({ on })),
    line.map((cel) => ({ cel })),
  )
  return promises(
    names,
    own,
    fc
      .tuple(
        fc.record({
          subject: fc.constantFrom('PLAN' as const, 'TASK' as const, 'PROJECT' as const),
          require: line,
          severity: fc.constantFrom('INFO' as const, 'WARNING' as const, 'CRITICAL' as const),
        }),
        sometimes({ when: line, due, escalation: fc.array(step, { maxLength: 2 }) }),
      )
      .map(([a, b]) => ({ ...a, ...b })),
  )
}

export function policy(own: string) {
  const light = fc.constantFrom('GREEN' as const, 'RED' as const, 'GREY' as const)
  const lights = fc
    .tuple(fc.record({ light, when: line }), sometimes({ openInSource: fc.boolean() }))
    .map(([a, b]) => ({ ...a, ...b }))
  const points = fc.oneof(
    decimal,
    line.map((cel) => ({ cel })),
  )
  const scores = codes().chain((names) =>
    each(names, (score) =>
      fc.record({ code: fc.constant(score), title: text, when: line, points }),
    ),
  )
  return fc
    .tuple(
      fc.record({ version: line, title: text, lights: fc.array(lights, { maxLength: 2 }) }),
      sometimes({ source: text, validFrom: fc.constant(START), validTo: date, scores }),
    )
    .map(([a, b]) => ({ code: own, ...a, ...b }))
}
