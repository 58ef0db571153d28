import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Lines put aside on disk, in so many files, to be read again one after another. */
export interface LineFiles {
  readonly count: number
  readonly add: (file: number, line: string) => void
  readonly linesOf: (file: number) => Generator<string>
  /** Empties all files. */
  readonly clear: () => void
  readonly close: () => void
}

/** Characters of a file that are held before they are written. */
const heldAtMost = 32 * 1024
const readAtOnce = 64 * 1024

/** Makes LineFiles in the folder for temporary files; they are gone when they are closed, or the process ends. */
export function openLineFiles(count: number): LineFiles {
  const folder = mkdtempSync(join(tmpdir(), 'duban-lines-'))
  const files = Array.from({ length: count }, (_, at) => openSync(join(folder, String(at)), 'wx+'))
  // Open files stay readable without their names, where the system allows that.
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    forget()
  } catch {
    // It does not; then they go when they are closed.
  }
  const held = files.map(() => '')
  const sizes = files.map(() => 0)
  const flush = (at: number) => {
    const [file, text] = [files[at], held[at]]
    if (file !== undefined && text !== undefined && text !== '')
      sizes[at] = (sizes[at] ?? 0) + writeSync(file, text, sizes[at] ?? 0)
    held[at] = ''
  }
  return {
    count,
    add: (at, line) => {
      const text = `${held[at]}${line}\n`
      held[at] = text
      if (text.length > heldAtMost) flush(at)
    },
    linesOf: (at) => {
      flush(at)
      return linesIn(files[at] ?? -1)
    },
    clear: () => {
      held.fill('')
      sizes.fill(0)
      for (const file of files) ftruncateSync(file)
    },
    close: () => {
      for (const file of files) closeSync(file)
      forget()
    },
  }
}

function* linesIn(file: number): Generator<string> {
  const decoder = new TextDecoder()
  const buffer = new Uint8Array(readAtOnce)
  let rest = ''
  for (let position = 0; ; ) {
    const size = readSync(file, buffer, 0, readAtOnce, position)
    if (size === 0) return
    position += size
    const [first = '', ...others] = decoder
      .decode(buffer.subarray(0, size), { stream: true })
      .split('\n')
    rest += first
    for (const other of others) {
      yield rest
      rest = other
    }
  }
}
