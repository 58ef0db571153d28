import type { Complaint } from '../issue/issue.ts'
import { project } from '../schema/plan-parts.ts'
import { indicator, milestone, rule } from '../schema/promises.ts'
import { type Entry, entriesAt, textAt } from './entries.ts'

const shapes = [
  ['projects', project],
  ['milestones', milestone],
  ['indicators', indicator],
  ['rules', rule],
] as const

/** Complains of readings of a field that such an entry does not have. */
export function checkReadings(file: Entry): readonly Complaint[] {
  return shapes.flatMap(([list, { shape }]) => {
    const known = Object.keys(shape).filter((key) => key !== 'locators' && key !== 'readings')
    return entriesAt(file, list)
      .flatMap((entry) => entriesAt(entry, 'readings'))
      .flatMap((reading) => checkReading(reading, known))
  })
}

function checkReading(reading: Entry, known: readonly string[]): readonly Complaint[] {
  const found = textAt(reading, 'field')
  // `investment.total` is a reading of a part of `investment`.
  if (found === undefined || known.includes(found.split('.')[0] ?? '')) return []
  return [
    {
      path: [...reading.path, 'field'],
      code: 'NOT_ONE_OF',
      params: { found, expected: known.join(', ') },
      among: known,
    },
  ]
}
