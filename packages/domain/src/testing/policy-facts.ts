import fc from 'fast-check'
import type { PolicyFacts } from '../rule/engine.ts'

const unknownOr = (values: fc.Arbitrary<number>) => fc.option(values, { nil: null, freq: 3 })
const points = fc.oneof(
  fc.constantFrom(-30, -30.001, -10, -9.999, -0, 0, 0.001, 100),
  fc.double({ min: -120, max: 120, noNaN: true }),
  fc.double(),
)
const counts = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer(), fc.double())

/** Facts of every kind the types allow, NaN and fractions of days too. */
export const policyFacts: fc.Arbitrary<PolicyFacts> = fc.record({
  kind: fc.constantFrom('INDICATOR', 'MILESTONE', 'OBLIGATION', 'OTHER'),
  status: fc.constantFrom(
    'WAIVED',
    'MET',
    'MET_LATE',
    'OVERDUE',
    'DUE_SOON',
    'UNKNOWN',
    'PENDING',
    'OTHER',
  ),
  modality: fc.constantFrom('MUST', 'STRIVE', 'EFFORT', null),
  achieved: unknownOr(fc.double()),
  expected: unknownOr(fc.double({ min: 0, max: 1 })),
  gapPoints: unknownOr(points),
  actual: unknownOr(fc.double()),
  target: unknownOr(fc.double()),
  daysLate: counts,
  monthsLate: counts,
  daysToDue: unknownOr(counts),
  timesRescheduled: counts,
  weight: fc.oneof(fc.constantFrom(0, 1, 2.5), fc.double()),
  monthsBehind: counts,
  peers: fc.record({ average: unknownOr(fc.double()), count: counts }),
  lastYear: fc.record({ actual: unknownOr(fc.double()), changePercent: unknownOr(points) }),
})
