import * as z from 'zod'
import type { IssueParams, PlanFileIssueCode } from '../issue/issue.ts'
import { numberText } from '../source/number.ts'

/** What a leaf makes of one scalar: its value, or what is wrong with it. */
export type LeafReading<T> =
  | { readonly value: T }
  | { readonly code: PlanFileIssueCode; readonly params?: IssueParams }

/** The word a message uses for what was found. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'NOTHING'
  if (typeof value === 'symbol') return 'NUMBER'
  if (typeof value === 'boolean') return 'BOOLEAN'
  if (typeof value === 'string') return 'TEXT'
  return Array.isArray(value) ? 'LIST' : 'MAPPING'
}

/** A scalar of the file read by `read`; `json` is its JSON Schema for editors. */
export function leaf<T>(
  expected: string,
  read: (value: unknown) => LeafReading<T> | undefined,
  json: Readonly<Record<string, unknown>>,
) {
  return z
    .unknown()
    .transform((value, context): T => {
      const reading = read(value)
      if (reading !== undefined && 'value' in reading) return reading.value
      const found = numberText(value) ?? (typeof value === 'string' ? value : '')
      const params =
        reading === undefined
          ? { code: 'WRONG_TYPE', expected, found: kindOf(value) }
          : { found, ...reading.params, code: reading.code }
      context.addIssue({ code: 'custom', params })
      return z.NEVER
    })
    .meta(json)
}

/** A scalar written as text, in quotes or plain; a plain number is not text. */
export function textLeaf<T>(
  expected: string,
  read: (text: string) => LeafReading<T>,
  json: Readonly<Record<string, unknown>>,
) {
  return leaf(expected, (value) => (typeof value === 'string' ? read(value) : undefined), {
    type: 'string',
    ...json,
  })
}
