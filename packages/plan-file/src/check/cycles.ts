import type { Complaint } from '../issue/issue.ts'
import type { Codes, Named } from './codes.ts'
import { textAt } from './entries.ts'

/** Complains once of each circle of parents, where the file first comes into it. */
export function checkCycles(codes: Codes): readonly Complaint[] {
  return [...circlesOf('TASK', codes), ...circlesOf('UNIT', codes)]
}

function circlesOf(kind: Named, codes: Codes): readonly Complaint[] {
  const entries = codes.get(kind) ?? new Map()
  const done = new Set<string>()
  const complaints: Complaint[] = []
  for (const start of entries.keys()) {
    const trail = new Set<string>()
    let code: string | undefined = start
    while (code !== undefined && !done.has(code) && !trail.has(code)) {
      trail.add(code)
      const entry = entries.get(code)
      code = entry === undefined ? undefined : textAt(entry, 'parent')
    }
    const entry = code !== undefined && trail.has(code) ? entries.get(code) : undefined
    if (code !== undefined && entry !== undefined) {
      const circle = [...trail].slice([...trail].indexOf(code))
      complaints.push({
        path: [...entry.path, 'parent'],
        code: 'CIRCULAR',
        params: { kind, circle: [...circle, code].join(' → ') },
      })
    }
    for (const passed of trail) done.add(passed)
  }
  return complaints
}
