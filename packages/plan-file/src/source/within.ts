import { isScalar, type Scalar } from 'yaml'
import type { Place } from './place.ts'

/** Where a place within a scalar's value stands in the file: `at` counts UTF-16 units of the value. */
export function offsetWithin({ node, offset }: Place, source: string, at: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return offset
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  const [start, end] = node.range
  const from = quoted ? start + 1 : node.type === 'PLAIN' ? start : afterLine(source, start)
  const marks = visibleMarks(source, from, quoted ? end - 1 : end, node.type)
  // White space is folded and escapes are longer than what they stand for; every other character stands once.
  const before = withoutBlanks(node.value.slice(0, at)).length
  return marks[before] ?? Math.max(from, (marks.at(-1) ?? from - 1) + 1)
}

function afterLine(source: string, start: number): number {
  const end = source.indexOf('\n', start)
  return end < 0 ? source.length : end + 1
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\r?\n|.)/sy

/** Offsets of the characters of a scalar's source, one for each unit of its value that is not white space. */
function visibleMarks(
  source: string,
  start: number,
  end: number,
  type: Scalar['type'],
): readonly number[] {
  const marks: number[] = []
  let at = start
  while (at < end) {
    const { length, stands } = unitAt(source, at, type)
    for (let unit = 0; unit < withoutBlanks(stands).length; unit++) marks.push(at)
    at += length
  }
  return marks
}

/** How long the next character or escape is, and what it stands for. */
function unitAt(source: string, at: number, type: Scalar['type']) {
  const char = source.charAt(at)
  if (type === 'QUOTE_SINGLE' && char === "'") return { length: 2, stands: char }
  if (type !== 'QUOTE_DOUBLE' || char !== '\\') return { length: 1, stands: char }
  ESCAPE.lastIndex = at
  const [whole = char, ...codes] = ESCAPE.exec(source) ?? []
  const digits = codes.find((code) => code !== undefined)
  return { length: whole.length, stands: digits === undefined ? named(whole) : coded(digits) }
}

function coded(digits: string): string {
  return String.fromCodePoint(Number.parseInt(digits, 16))
}

function named(sequence: string): string {
  // \n, \t, \r, \v, \f, \_, \L, \P, an escaped blank and an escaped end of line stand for white space.
  return /^\\["/\\abe0N]/.test(sequence) ? '.' : ' '
}
