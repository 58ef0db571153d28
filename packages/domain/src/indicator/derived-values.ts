import type { DayNumber } from '../calendar/day-number.ts'
import type { Trouble } from '../commitment/track.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { investmentDoneSeries } from '../project/investment-done.ts'
import type { ProjectMoment } from '../project/project-moments.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { type Exact, parseExact } from '../quantity/exact.ts'
import type { Ledger } from '../view/ledger.ts'
import type { Derivation, Indicator } from './indicator.ts'
import { valueOn } from './series.ts'
import { conversion, type Fraction, measureUnit } from './unit-factor.ts'
import { formFor, narrowed, times, type Whole, wholeOf } from './whole.ts'

/** What each project adds to a derived indicator, in whole parts of the indicator's unit that all of them share. */
export interface DerivedValues {
  /** Parts in one unit. */
  readonly over: Whole
  of(
    project: string,
    moment: ProjectMoment,
    epochDay: DayNumber,
    day: DayNumber,
  ): Whole | Trouble | null
  /** The days on which a project's value changes though nothing else about it does. */
  days(project: string, epochDay: DayNumber): readonly DayNumber[]
  /** Days on which views of a project's past values change. */
  epochDays(project: string): readonly DayNumber[]
  /** What a project's values are read from, besides its moments: the same gives the same; null where nobody can tell. */
  source(project: string, epochDay: DayNumber): Source | null
  /** Ids of the reports that a project's value rests on. */
  evidence(project: string, epochDay: DayNumber, day: DayNumber): readonly string[]
}

/** See DerivedValues. */
export interface Source {
  readonly series: object
  readonly units: string
}

const PLANNED = {}

const NOTHING = { days: () => [], epochDays: () => [], evidence: () => [] }

/** The values of the projects with those codes. */
export function derivedValues(
  ledger: Ledger,
  indicator: Indicator,
  { aggregate, field }: Derivation,
  codes: readonly string[],
): DerivedValues {
  if (aggregate === 'COUNT') {
    const source = { series: PLANNED, units: '' }
    return { over: 1, of: () => 1, source: () => source, ...NOTHING }
  }
  const planned = plannedValues(ledger, codes, field)
  const scale = field === 'investment.done' ? doneScale(ledger, codes) : formFor(planned).scale
  const units = unitsOf(ledger, indicator, codes)
  const common = [...units.values()].reduce(
    (over, factor) => (factor === null ? over : leastCommonMultiple(over, factor.d)),
    1n,
  )
  const over = common * 10n ** BigInt(scale)
  const multipliers = new Map(
    [...units].map(([unit, factor]) => [
      unit,
      factor === null ? differs(unit, indicator.unit) : narrowed((common / factor.d) * factor.n),
    ]),
  )
  const form = { ...formFor(planned), scale }
  const reported = field === 'investment.done' ? reportsOf(ledger) : NOTHING
  const parts = [...multipliers].map(([unit, each]) =>
    typeof each === 'object' ? null : `${unit} x ${each}`,
  )
  // Of units that do not convert a project's value is a trouble of this ledger's own.
  const read = parts.includes(null) ? null : [scale, ...parts].join()
  return {
    ...reported,
    source: (project, epochDay) => {
      if (read === null) return null
      const done = field === 'investment.done' ? investmentDoneSeries(ledger, project) : null
      const own = done === null ? '' : done.scale
      return { series: done?.epochs.at(epochDay) ?? PLANNED, units: `${own},${read}` }
    },
    over: narrowed(over),
    of: (project, { definition }, epochDay, day) => {
      const { investment } = definition
      const value =
        field === 'investment.done'
          ? doneOn(ledger, project, epochDay, day, scale)
          : plannedOn(field === 'investment.total' ? investment?.total : investment?.thisYear)
      const multiplier = multipliers.get(investment?.unit ?? '')
      if (value === null || multiplier === undefined) return null
      return typeof multiplier === 'object' ? multiplier : times(value, multiplier)
    },
  }

  function plannedOn(text: Decimal | undefined): Whole | null {
    const exact = text === undefined ? null : parseExact(text)
    return exact === null ? null : wholeOf(exact, form)
  }
}

function reportsOf(ledger: Ledger): Omit<DerivedValues, 'over' | 'of' | 'source'> {
  const epochs = (project: string) => investmentDoneSeries(ledger, project).epochs
  return {
    days: (project, epochDay) => epochs(project).at(epochDay).days,
    epochDays: (project) => epochs(project).days.slice(1),
    evidence: (project, epochDay, day) => epochs(project).at(epochDay).evidence(day),
  }
}

function differs(from: string, to: string): Trouble {
  return { code: 'UNITS_DIFFER', params: { from, to } }
}

/** What brings each unit that a project's investment has been given in to the indicator's; null where nothing does. */
function unitsOf(
  ledger: Ledger,
  indicator: Indicator,
  codes: readonly string[],
): ReadonlyMap<string, Fraction | null> {
  const units = new Map<string, Fraction | null>()
  const own = measureUnit(ledger, indicator.unit)
  for (const code of codes) {
    for (const { value } of definitionSteps(ledger, 'PROJECT', code)) {
      const unit = value?.investment?.unit ?? ''
      if (!units.has(unit)) units.set(unit, conversion(measureUnit(ledger, unit), own))
    }
  }
  return units
}

function plannedValues(
  ledger: Ledger,
  codes: readonly string[],
  field: Derivation['field'],
): readonly (Exact | null)[] {
  if (field === 'investment.done') return []
  return codes.flatMap((code) =>
    definitionSteps(ledger, 'PROJECT', code).map(({ value }) => {
      const { investment } = value ?? {}
      const text = field === 'investment.total' ? investment?.total : investment?.thisYear
      return text === undefined ? null : parseExact(text)
    }),
  )
}

function doneScale(ledger: Ledger, codes: readonly string[]): number {
  return codes.reduce((scale, code) => Math.max(scale, investmentDoneSeries(ledger, code).scale), 0)
}

/** What has been invested, in units of 10^-scale. */
function doneOn(
  ledger: Ledger,
  project: string,
  epochDay: DayNumber,
  day: DayNumber,
  scale: number,
): Whole | null {
  const done = investmentDoneSeries(ledger, project)
  const value = valueOn(done.epochs.at(epochDay), day)
  return value === null ? null : times(value.n, narrowed(10n ** BigInt(scale - done.scale)))
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
