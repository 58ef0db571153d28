import type { Fact, FactBase } from '@duban/domain'
import fc from 'fast-check'
import { code, date, decimal, line, sometimes } from './arbitrary-parts.ts'

const instant = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2025-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString())

const subject = fc.record({ kind: fc.constantFrom('PLATE' as const, 'PROJECT' as const), code })

/** The fields of each type of fact; ids of other facts are filled in where the facts are listed. */
const bodies = fc.oneof(
  fc
    .tuple(
      fc.record({
        type: fc.constant('OBSERVATION' as const),
        of: fc.record({ kind: fc.constantFrom('INDICATOR' as const, 'PROJECT' as const), code }),
        value: decimal,
        reporter: code,
        state: fc.constantFrom('DRAFT' as const, 'SUBMITTED' as const, 'APPROVED' as const),
      }),
      sometimes({ evidence: line }),
    )
    .map(([a, b]) => ({ ...a, ...b })),
  fc.record({
    type: fc.constant('MILESTONE_RECORD' as const),
    subject,
    event: code,
    happened: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('STAGE_CHANGE' as const),
    project: code,
    stage: fc.constantFrom('STARTED' as const, 'CANCELLED' as const),
  }),
  fc
    .tuple(
      fc.record({
        type: fc.constant('AMENDMENT' as const),
        indicator: code,
        field: fc.constantFrom('target' as const, 'targetUpper' as const, 'baseline' as const),
        value: decimal,
        reason: line,
      }),
      sometimes({ document: code }),
    )
    .map(([a, b]) => ({ ...a, ...b })),
  fc.record({
    type: fc.constant('EXTENSION_REQUEST' as const),
    commitment: line,
    dueOn: date,
    reason: line,
  }),
  fc.record({
    type: fc.constant('WAIVER' as const),
    commitment: line,
    approved: fc.boolean(),
    reason: line,
  }),
  fc.record({
    type: fc.constant('ASSIGNMENT' as const),
    commitment: line,
    unit: code,
    role: fc.constantFrom('LEAD' as const, 'SUPERVISE' as const),
    assigned: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('JUDGEMENT' as const),
    commitment: line,
    light: fc.constantFrom('GREEN' as const, 'GREY' as const),
    reason: line,
  }),
  fc.record({
    type: fc.constant('PERIOD_LOCK' as const),
    through: date,
    open: fc.boolean(),
    reason: line,
  }),
)

const base = fc
  .tuple(
    fc.record({ effectiveOn: date, recordedAt: instant, recordedBy: line }),
    sometimes({ note: line, synthetic: fc.boolean() }),
  )
  .map(([a, b]): Omit<FactBase, 'id'> => ({ ...a, ...b }))

/** Facts of every type, each observation reviewed and each request decided. */
export const anyFacts: fc.Arbitrary<readonly Fact[]> = fc
  .array(fc.tuple(base, bodies, sometimes({ reason: line })), { maxLength: 5 })
  .map((list) =>
    list.flatMap(([fields, body, more], place): Fact[] => {
      const id = `f${place}`
      const fact: Fact = { id, ...fields, ...body }
      const answer = { ...fields, ...more, id: `${id}-answer` }
      if (fact.type === 'OBSERVATION') {
        return [fact, { ...answer, type: 'REVIEW', observation: id, state: 'APPROVED' }]
      }
      if (fact.type === 'EXTENSION_REQUEST') {
        return [fact, { ...answer, type: 'EXTENSION_DECISION', request: id, approved: true }]
      }
      return [fact, { ...fact, id: `${id}-again`, supersedes: id }]
    }),
  )
