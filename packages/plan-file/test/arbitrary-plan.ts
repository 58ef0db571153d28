import type { Plan } from '@duban/domain'
import fc from 'fast-check'
import {
  amount,
  code,
  codes,
  date,
  each,
  line,
  locators,
  modality,
  type Names,
  oneOf,
  positive,
  readings,
  reference,
  responsible,
  START,
  sometimes,
  text,
} from './arbitrary-parts.ts'
import { indicator, milestone, policy, rule } from './arbitrary-promises.ts'

function task(names: Names, own: string, place: number) {
  const earlier = names.tasks.slice(0, place)
  return fc
    .tuple(
      fc.record({ number: fc.nat(99), title: text, locators: locators(names) }),
      reference('parent', earlier),
      reference('theme', names.themes),
      fc.array(fc.tuple(text, sometimes({ description: text }), locators(names)), { maxLength: 2 }),
      fc.array(fc.tuple(text, sometimes({ modality }), fc.boolean(), locators(names)), {
        maxLength: 2,
      }),
    )
    .map(([fields, parent, theme, mechanisms, actions]) => {
      // Codes are unique within the plan by the task's place.
      const made = mechanisms.map(([name, more, found], n) => ({
        code: `m${place}.${n}`,
        name,
        ...more,
        locators: found,
      }))
      return {
        code: own,
        ...fields,
        ...parent,
        ...theme,
        mechanisms: made,
        actions: actions.map(([title, more, uses, found], n) => ({
          code: `a${place}.${n}`,
          title,
          ...more,
          ...(uses ? { mechanisms: made.map(({ code: used }) => used) } : {}),
          locators: found,
        })),
      }
    })
}

function project(names: Names, own: string) {
  return fc
    .tuple(
      fc.record({ name: text, locators: locators(names) }),
      reference('plate', names.plates),
      reference('task', names.tasks),
      sometimes({
        kind: fc.constantFrom('NEW_START' as const, 'CONTINUING' as const, 'PRELIMINARY' as const),
        stage: fc.constantFrom('PROPOSED' as const, 'STARTED' as const, 'SUSPENDED' as const),
        investment: fc
          .tuple(
            fc.constantFrom('YUAN', 'WAN_YUAN', 'YI_YUAN'),
            sometimes({ total: amount, thisYear: amount }),
          )
          .map(([unit, money]) => ({ unit, ...money })),
        responsible: responsible(names),
        readings: readings.map((list) => list.map((reading) => ({ ...reading, field: 'stage' }))),
      }),
    )
    .map(([fields, plate, task, more]) => ({ code: own, ...fields, ...plate, ...task, ...more }))
}

/** Plans of every shape that a file may hold, with a few parts of each kind. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    plan: code,
    requirements: codes(),
    themes: codes(),
    tasks: codes(),
    plates: codes(),
    projects: codes(),
    eventTypes: codes(),
    milestones: codes(),
    indicators: codes(),
    rules: codes(),
    policies: codes(),
    units: codes(),
    documents: codes(2),
    measureUnits: codes().map((list) => list.map((name) => `own-${name}`)),
  })
  .chain(({ plan, ...names }) =>
    fc
      .tuple(
        fc.record({
          code: fc.constant(plan),
          title: text,
          district: fc.record({ code, name: text }),
          period: fc.constantFrom(
            { start: START, end: START },
            { start: START, end: '2020-12-31' },
          ),
          timeZone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'),
        }),
        sometimes({
          warnDays: fc.nat(90),
          policy: oneOf(['yinchuan-2025', ...names.policies]),
          synthetic: fc.boolean(),
        }),
        fc.record({
          requirements: each(names.requirements, (own) =>
            fc
              .tuple(fc.record({ title: text, locators: locators(names) }), sometimes({ modality }))
              .map(([a, b]) => ({ code: own, ...a, ...b })),
          ),
          themes: each(names.themes, (own) =>
            fc.record({ code: fc.constant(own), title: text, locators: locators(names) }),
          ),
          tasks: each(names.tasks, (own, place) => task(names, own, place)),
          plates: each(names.plates, (own) =>
            fc.record({
              code: fc.constant(own),
              name: text,
              goals: fc.array(fc.record({ text, locators: locators(names) }), { maxLength: 2 }),
              locators: locators(names),
            }),
          ),
          projects: each(names.projects, (own) => project(names, own)),
          eventTypes: each(names.eventTypes, (own) =>
            fc.record({
              code: fc.constant(own),
              subject: fc.constant('PLAN' as const),
              title: text,
            }),
          ),
          milestones: each(names.milestones, (own) =>
            milestone(names, plan, names.eventTypes[0], own),
          ),
          indicators: each(names.indicators, (own) =>
            indicator(names, names.indicators, names.measureUnits, own),
          ),
          rules: each(names.rules, (own) => rule(names, own)),
          policies: each(names.policies, policy),
          units: each(names.units, (own, place) =>
            fc
              .tuple(text, reference('parent', names.units.slice(0, place)))
              .map(([name, parent]) => ({ code: own, name, ...parent })),
          ),
          documents: each(names.documents, (own) =>
            fc
              .tuple(
                fc.record({ title: text, sha256: fc.stringMatching(/^[0-9a-f]{64}$/) }),
                sometimes({ publisher: text, date }),
              )
              .map(([a, b]) => ({ code: own, ...a, ...b })),
          ),
          measureUnits: each(names.measureUnits, (own) =>
            fc.record({ code: fc.constant(own), label: text, dimension: line, factor: positive }),
          ),
        }),
      )
      .map(([header, more, parts]): Plan => ({ ...header, ...more, ...parts })),
  )
