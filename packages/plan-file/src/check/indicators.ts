import { compareExact, findMeasureUnit, parseExact } from '@duban/domain'
import type { Complaint } from '../issue/issue.ts'
import { numberText } from '../source/number.ts'
import type { Codes } from './codes.ts'
import { type Entry, entriesAt, entryAt, textAt } from './entries.ts'

/** Complains of indicators whose fields do not go together, and of money in units that are no currency. */
export function checkIndicators(file: Entry, codes: Codes): readonly Complaint[] {
  return [
    ...entriesAt(file, 'indicators').flatMap((indicator) => [
      ...checkTarget(indicator),
      ...checkBounds(indicator),
      ...checkAccumulation(indicator),
      ...checkDerivation(indicator, codes),
    ]),
    ...entriesAt(file, 'projects').flatMap((project) => {
      const investment = entryAt(project, 'investment')
      return investment === null ? [] : wantCurrency(investment, codes)
    }),
  ]
}

/** Complains of a field that is missing for one value of another field, or is there for any other value. */
function onlyFor(
  entry: Entry,
  field: string,
  because: string,
  value: string,
): readonly Complaint[] {
  const found = textAt(entry, because) ?? defaults[because]
  const there = entry.fields[field] !== undefined
  // What is no text is an error of the shape.
  if (found === undefined || there === (found === value)) return []
  if (!there) return [{ path: entry.path, code: 'FIELD_NEEDED', params: { field, because, value } }]
  return [
    {
      path: [...entry.path, field],
      at: 'KEY',
      code: 'FIELD_NOT_ALLOWED',
      params: { field, because, value: found, expected: value },
    },
  ]
}

/** What a field is that is not written. */
const defaults: Readonly<Record<string, string>> = { pace: 'LINEAR' }

function checkTarget(indicator: Entry): readonly Complaint[] {
  const { target, targetFactor } = indicator.fields
  if ((target === undefined) !== (targetFactor === undefined)) return []
  const found = target === undefined ? 'NEITHER' : 'BOTH'
  const params = { found, expected: 'target, targetFactor' }
  return target === undefined
    ? [{ path: indicator.path, code: 'ONE_FIELD_OF', params }]
    : [{ path: [...indicator.path, 'targetFactor'], at: 'KEY', code: 'ONE_FIELD_OF', params }]
}

function checkBounds(indicator: Entry): readonly Complaint[] {
  const [lower, upper] = [exactAt(indicator, 'target'), exactAt(indicator, 'targetUpper')]
  const order: readonly Complaint[] =
    lower === null || upper === null || compareExact(lower.exact, upper.exact) <= 0
      ? []
      : [
          {
            path: [...indicator.path, 'targetUpper'],
            code: 'BOUNDS_ORDER',
            params: { found: upper.text, lower: lower.text },
          },
        ]
  return [...onlyFor(indicator, 'targetUpper', 'comparator', 'BETWEEN'), ...order]
}

function exactAt({ fields }: Entry, key: string) {
  const value = fields[key]
  const text = typeof value === 'string' ? value : numberText(value)
  const exact = text === undefined ? null : parseExact(text)
  return text === undefined || exact === null ? null : { text, exact }
}

function checkAccumulation(indicator: Entry): readonly Complaint[] {
  return [
    ...checkRatio(indicator),
    ...onlyFor(indicator, 'derivation', 'accumulation', 'DERIVED'),
    ...onlyFor(indicator, 'checkpoints', 'pace', 'CHECKPOINTS'),
  ]
}

/** RATIO is computed from both its parts; one that is reported may name both, for its reports to be checked. */
function checkRatio(indicator: Entry): readonly Complaint[] {
  const { numerator, denominator, accumulation } = indicator.fields
  const missing = [
    ...(numerator === undefined ? ['numerator'] : []),
    ...(denominator === undefined ? ['denominator'] : []),
  ]
  const ratio = accumulation === 'RATIO'
  if (!ratio && missing.length !== 1) return []
  const [because, value] = ratio
    ? ['accumulation', 'RATIO']
    : numerator === undefined
      ? ['denominator', textAt(indicator, 'denominator')]
      : ['numerator', textAt(indicator, 'numerator')]
  if (value === undefined) return []
  return missing.map((field) => ({
    path: indicator.path,
    code: 'FIELD_NEEDED',
    params: { field, because, value },
  }))
}

function checkDerivation(indicator: Entry, codes: Codes): readonly Complaint[] {
  const derivation = entryAt(indicator, 'derivation')
  if (derivation === null) return []
  const sums = textAt(derivation, 'aggregate') === 'SUM'
  return [
    ...onlyFor(derivation, 'field', 'aggregate', 'SUM'),
    ...(sums ? wantCurrency(indicator, codes) : []),
  ]
}

function wantCurrency(entry: Entry, codes: Codes): readonly Complaint[] {
  const found = textAt(entry, 'unit')
  const dimension = found === undefined ? undefined : dimensionOf(found, codes)
  if (found === undefined || dimension === undefined || dimension === 'CURRENCY') return []
  const params = { found, dimension, expected: 'CURRENCY' }
  return [{ path: [...entry.path, 'unit'], code: 'WRONG_DIMENSION', params }]
}

function dimensionOf(code: string, codes: Codes): string | undefined {
  const own = codes.get('MEASURE_UNIT')?.get(code)
  return own === undefined ? findMeasureUnit(code)?.dimension : textAt(own, 'dimension')
}
