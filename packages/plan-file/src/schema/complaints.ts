import type * as z from 'zod'
import type { Complaint, IssueParams, Path, PlanFileIssueCode } from '../issue/issue.ts'
import { numberText } from '../source/number.ts'
import { factTypes } from './facts.ts'
import { kindOf } from './leaf.ts'

type Issue = z.core.$ZodIssue

/** What one issue of zod's is in the format's own terms, below a path. */
export function complaintsOf(issue: Issue, above: Path): readonly Complaint[] {
  const path = [...above, ...issue.path.map(step)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, issue.message.split(' ')))
    case 'invalid_value':
      return [notOneOf(path, issue.input, issue.values.map(String))]
    case 'invalid_union':
      return ofUnion(issue, path)
    case 'custom':
      return [ofLeaf(path, issue.params ?? {}, issue.input)]
    case 'invalid_type':
      return [wrongType(path, issue.expected === 'array' ? 'LIST' : 'MAPPING', issue.input)]
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      // The format's schema has no such check; one that it may come to have is refused all the same.
      return [wrongType(path, 'OTHER', issue.input)]
  }
}

function step(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key)
}

function unknownKey(key: string, path: Path, known: readonly string[]): Complaint {
  return {
    path: [...path, key],
    at: 'KEY',
    code: 'UNKNOWN_KEY',
    params: { found: key, expected: known.join(', ') },
    among: known,
  }
}

function notOneOf(path: Path, found: unknown, values: readonly string[]): Complaint {
  const expected = values.join(', ')
  if (found === undefined) return missing(path)
  const text = numberText(found) ?? (typeof found === 'boolean' ? String(found) : found)
  if (typeof text !== 'string') return wrongType(path, 'TEXT', found)
  return { path, code: 'NOT_ONE_OF', params: { found: text, expected }, among: values }
}

function wrongType(path: Path, expected: string, found: unknown): Complaint {
  if (found === undefined) return missing(path)
  return { path, code: 'WRONG_TYPE', params: { expected, found: kindOf(found) } }
}

function missing(path: Path): Complaint {
  return { path, code: 'MISSING_FIELD', params: { field: String(path.at(-1) ?? '') } }
}

function ofLeaf(path: Path, params: Record<string, unknown>, input: unknown): Complaint {
  if (input === undefined) return missing(path)
  // Leaves make these params themselves, in this shape.
  const { code, ...rest } = params as { code: PlanFileIssueCode } & IssueParams
  return { path, code, params: rest }
}

function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): readonly Complaint[] {
  if (issue.errors.length === 0) {
    const input = issue.input
    const value =
      typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
    if (kindOf(input) !== 'MAPPING') return [wrongType(path, 'MAPPING', input)]
    return [notOneOf(path, value, factTypes)]
  }
  // The branch meant is the one that looked into the value; a branch that refuses it outright was not.
  const branches = issue.errors.map((issues) =>
    issues.flatMap((inner) => complaintsOf(inner, path)),
  )
  const meant = branches.find((branch) => branch.some((inner) => inner.path.length > path.length))
  return meant ?? branches[0] ?? []
}
