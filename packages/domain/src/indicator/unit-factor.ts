import { definitionSteps } from '../plan/definition-steps.ts'
import { type Exact, parseExact, printExact, signOf } from '../quantity/exact.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { SHIPPED_UNITS } from '../quantity/shipped-units.ts'
import { type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'

const KEPT: KeepKey<ReadonlyMap<string, MeasureUnit>> = { name: 'measure units' }

/** The unit of measure with a code: the plan's own as last defined, then the shipped ones. */
export function measureUnit(ledger: Ledger, code: string): MeasureUnit | undefined {
  const units = keptOfDefinitions(ledger, KEPT, () => {
    const own = (ledger.index.codes.get('MEASURE_UNIT') ?? []).flatMap((each) => {
      const steps = definitionSteps(ledger, 'MEASURE_UNIT', each)
      return steps.findLast((step) => step.value !== null)?.value ?? []
    })
    return new Map([...SHIPPED_UNITS, ...own].map((unit) => [unit.code, unit]))
  })
  return units.get(code)
}

/** An exact fraction of bigints. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** A value as a fraction. */
export function fractionOfExact(value: Exact): Fraction {
  const [integer = '0', digits = ''] = printExact(value).split('.')
  return { n: BigInt(integer + digits), d: 10n ** BigInt(digits.length) }
}

/** The factor of a unit as a fraction; null where it is not above 0. */
export function factorOf(unit: MeasureUnit): Fraction | null {
  const factor = parseExact(unit.factor)
  return factor === null || signOf(factor) <= 0 ? null : fractionOfExact(factor)
}

/** What a value in one unit is multiplied by to be in another; null where they do not convert. */
export function conversion(
  from: MeasureUnit | undefined,
  to: MeasureUnit | undefined,
): Fraction | null {
  if (from === undefined || to === undefined || from.dimension !== to.dimension) return null
  const source = factorOf(from)
  const target = factorOf(to)
  return source === null || target === null
    ? null
    : reducedFraction(source.n * target.d, source.d * target.n)
}

function reducedFraction(n: bigint, d: bigint): Fraction {
  let a = n
  let b = d
  while (b !== 0n) [a, b] = [b, a % b]
  return { n: n / a, d: d / a }
}
