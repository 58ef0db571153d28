import type { DayNumber } from '../calendar/day-number.ts'
import type { Trouble } from '../commitment/track.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { type DoneSeries, investmentDoneSeries } from '../project/investment-done.ts'
import type { Project } from '../project/project.ts'
import { parseExact } from '../quantity/exact.ts'
import type { Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import type { Derivation, Indicator } from './indicator.ts'
import { valueOn } from './series.ts'
import { conversion, type Fraction, measureUnit } from './unit-factor.ts'
import {
  formFor,
  formOfAll,
  narrowed,
  times,
  type Whole,
  type WholeForm,
  wholeOf,
} from './whole.ts'

/** What each project adds to a derived indicator, in whole parts of the indicator's unit that all of them share. */
export interface DerivedValues {
  /** Parts in one unit. */
  readonly over: Whole
  /** Whether the unit of some project does not convert to the indicator's. */
  readonly troubled: boolean
  worthOf(ledger: Ledger, project: string): Worth
}

/** What a project is worth. */
export interface Worth {
  /** The reports that tell it; null where its definition does. */
  readonly done: DoneSeries | null
  of(definition: Project, epochDay: DayNumber, day: DayNumber): Whole | Trouble | null
}

const COUNTED: Worth = { done: null, of: () => 1 }

/**
 * Decimal places of all that has ever been reported of a project, for what is corrected now counted at an earlier
 * instant; 0 where its definition tells what it is worth.
 */
export function reportedScale({ index }: Ledger, { field }: Derivation, project: string): number {
  const reports = index.topics.projectObservations.get(project)
  return field !== 'investment.done' || reports === undefined ? 0 : formOfAll(reports).scale
}

/**
 * The values of the projects with those codes, of which no more decimal places are reported than `reported`; `made`
 * holds what those of the same indicator were made from before.
 */
export function derivedValues(
  ledger: Ledger,
  indicator: Indicator,
  { aggregate, field }: Derivation,
  codes: readonly string[],
  reported: number,
  made: Made<Worth>,
): DerivedValues {
  if (aggregate === 'COUNT') return { over: 1, troubled: false, worthOf: () => COUNTED }
  const units = unitsOf(ledger, indicator, codes)
  const factors = [...units.values()]
  const common = factors.reduce(
    (over, factor) => (factor === null ? over : leastCommonMultiple(over, factor.d)),
    1n,
  )
  const multipliers: Multipliers = new Map(
    [...units].map(([unit, factor]) => [
      unit,
      factor === null ? differs(unit, indicator.unit) : narrowed((common / factor.d) * factor.n),
    ]),
  )
  const planned = field === 'investment.done' ? null : plannedForm(ledger, codes, field)
  const scale = planned?.scale ?? reported
  const converted = [...units].map(([unit, factor]) => `${unit} ${factor?.n}/${factor?.d}`).join()
  return {
    over: narrowed(common * 10n ** BigInt(scale)),
    troubled: factors.includes(null),
    worthOf: (of, project) => {
      if (planned !== null) {
        const steps = definitionSteps(of, 'PROJECT', project)
        return madeFrom(made, of, [steps, scale, planned.big, converted], () =>
          plannedWorth(field, planned, multipliers),
        )
      }
      const done = investmentDoneSeries(of, project)
      return madeFrom(made, of, [done, scale, converted], () => doneWorth(done, scale, multipliers))
    },
  }
}

/** What brings a unit to the parts that all share. */
type Multipliers = ReadonlyMap<string, Whole | Trouble>

function plannedWorth(
  field: Derivation['field'],
  form: WholeForm,
  multipliers: Multipliers,
): Worth {
  return {
    done: null,
    of: ({ investment }) => {
      const text = field === 'investment.total' ? investment?.total : investment?.thisYear
      const exact = text === undefined ? null : parseExact(text)
      if (exact === null) return null
      return inParts(wholeOf(exact, form), multipliers.get(investment?.unit ?? ''))
    },
  }
}

function doneWorth(done: DoneSeries, scale: number, multipliers: Multipliers): Worth {
  const shift = narrowed(10n ** BigInt(scale - done.scale))
  return {
    done,
    of: ({ investment }, epochDay, day) => {
      const value = valueOn(done.epochs.at(epochDay), day)
      if (value === null) return null
      return inParts(times(value.n, shift), multipliers.get(investment?.unit ?? ''))
    },
  }
}

function inParts(value: Whole, multiplier: Whole | Trouble | undefined): Whole | Trouble | null {
  if (multiplier === undefined) return null
  return typeof multiplier === 'object' ? multiplier : times(value, multiplier)
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

function plannedForm(
  ledger: Ledger,
  codes: readonly string[],
  field: Derivation['field'],
): WholeForm {
  const texts = codes.flatMap((code) =>
    definitionSteps(ledger, 'PROJECT', code).map(({ value }) =>
      field === 'investment.total' ? value?.investment?.total : value?.investment?.thisYear,
    ),
  )
  return formFor(texts.map((text) => (text === undefined ? null : parseExact(text))))
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
