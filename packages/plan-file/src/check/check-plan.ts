import type { Complaint } from '../issue/issue.ts'
import { collectCodes } from './codes.ts'
import { checkCycles } from './cycles.ts'
import { checkDates } from './dates.ts'
import { entryOf } from './entries.ts'
import { checkFacts, warnOfFacts } from './facts.ts'
import { checkIndicators } from './indicators.ts'
import { checkRanges } from './ranges.ts'
import { checkReadings } from './readings.ts'
import { checkReferences } from './references.ts'

/** Everything that does not go together in a file, whatever else is wrong with it, and what is merely odd. */
export function checkPlan(
  value: unknown,
  policies: readonly string[],
): { readonly complaints: readonly Complaint[]; readonly warnings: readonly Complaint[] } {
  const file = entryOf(value, [])
  if (file === null) return { complaints: [], warnings: [] }
  const { codes, complaints } = collectCodes(file)
  return {
    complaints: [
      ...complaints,
      ...checkReferences(file, codes, policies),
      ...checkCycles(codes),
      ...checkDates(file),
      ...checkIndicators(file, codes),
      ...checkRanges(file),
      ...checkReadings(file),
      ...checkFacts(file, codes),
    ],
    warnings: warnOfFacts(file, codes),
  }
}
