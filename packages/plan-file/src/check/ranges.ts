import type { Complaint } from '../issue/issue.ts'
import { numberText } from '../source/number.ts'
import type { Entry } from './entries.ts'
import { locatorsIn } from './references.ts'

/** Complains of locators whose range is empty or runs backwards. */
export function checkRanges(file: Entry): readonly Complaint[] {
  return locatorsIn(file).flatMap(({ path, fields }): readonly Complaint[] => {
    const [start, end] = [numberText(fields.start), numberText(fields.end)]
    if (start === undefined || end === undefined || !(Number(end) <= Number(start))) return []
    return [{ path: [...path, 'end'], code: 'RANGE_ORDER', params: { found: end, start } }]
  })
}
