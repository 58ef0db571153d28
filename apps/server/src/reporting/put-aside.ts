import type { Fact, ObservationInput } from '@duban/domain'
import type { LineFiles } from './line-files.ts'
import type { RowPlace } from './report-inputs.ts'
import type { ReportRow } from './report-row.ts'

/** A row that was put aside, as the domain takes it. */
export interface RowAside extends RowPlace {
  readonly input: ObservationInput
}

/** Puts rows aside in files, and reads a file's rows again. */
export interface RowsAside {
  readonly put: (file: number, row: ReportRow, input: ObservationInput) => void
  readonly rowsOf: (file: number) => readonly RowAside[]
}

type Columns = RowPlace['cells']

/** Rows share where their cells stand, as a table's rows do; so that is kept once. */
export function rowsAside(files: LineFiles): RowsAside {
  const columns: Columns[] = []
  const numberOf = new Map<string, number>()
  const numberFor = (row: ReportRow): number => {
    const cells = Object.fromEntries([...row.cells].map(([field, { place }]) => [field, place]))
    const key = JSON.stringify(cells)
    const known = numberOf.get(key)
    if (known !== undefined) return known
    numberOf.set(key, columns.length)
    return columns.push(cells) - 1
  }
  return {
    put: (file, row, input) => {
      files.add(file, JSON.stringify([row.at, row.place, numberFor(row), input]))
    },
    rowsOf: (file) =>
      Array.from(files.linesOf(file), (line) => {
        // A line is what `put` wrote.
        const [at, place, number, input] = JSON.parse(line) as [
          number,
          string,
          number,
          ObservationInput,
        ]
        return { at, place, cells: columns[number] ?? {}, input }
      }),
  }
}

/** Puts the fact of a row aside. */
export function putFact(files: LineFiles, file: number, at: number, fact: Fact): void {
  files.add(file, JSON.stringify([at, fact]))
}

/** The facts of all files, in the order of their rows. */
export function* factsInOrder(files: LineFiles): Generator<Fact> {
  const open = Array.from({ length: files.count }, (_, file) => files.linesOf(file))
  const heads = open.flatMap((lines) => nextOf(lines))
  while (heads.length > 0) {
    let first = 0
    for (let at = 1; at < heads.length; at++) {
      if ((heads[at]?.at ?? 0) < (heads[first]?.at ?? 0)) first = at
    }
    const head = heads[first]
    if (head === undefined) return
    yield head.fact
    heads.splice(first, 1, ...nextOf(head.lines))
  }
}

interface Head {
  readonly at: number
  readonly fact: Fact
  readonly lines: Iterator<string>
}

function nextOf(lines: Iterator<string>): readonly Head[] {
  const next = lines.next()
  if (next.done === true) return []
  // A line is what `putFact` wrote.
  const [at, fact] = JSON.parse(next.value) as [number, Fact]
  return [{ at, fact, lines }]
}
