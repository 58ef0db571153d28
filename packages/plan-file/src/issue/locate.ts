import type { ParsedNode } from 'yaml'
import type { Fault } from '../source/fault.ts'
import { keyOffset, placeOf } from '../source/place.ts'
import { positionsIn } from '../source/position.ts'
import { offsetWithin } from '../source/within.ts'
import type { Complaint, IssueParams, PlanFileIssue } from './issue.ts'
import { nearest } from './nearest.ts'

/** One file's name and text, for telling where in it an issue is. */
export interface Source {
  readonly fileName: string
  readonly text: string
}

/** Where a complaint stands in the file. */
export function faultAt(complaint: Complaint, root: ParsedNode, text: string): Fault {
  const { path, at, code, params, first, among, within } = complaint
  const place = placeOf(root, path)
  const offset =
    within !== undefined
      ? offsetWithin(place, text, within)
      : at === 'KEY'
        ? keyOffset(place)
        : place.offset
  return {
    offset,
    // A bare text stands for {zh}: what is wrong with it is told of the text.
    path: code === 'MISSING_FIELD' ? path : place.path,
    code,
    params,
    ...(first === undefined ? {} : { first: placeOf(root, first).offset }),
    ...(among === undefined ? {} : { among }),
  }
}

/** The issues of a file in the order of its lines, at most `limit` and then how many more there are. */
export function issuesOf(
  faults: readonly Fault[],
  { fileName, text }: Source,
  limit: number,
): readonly PlanFileIssue[] {
  if (faults.length === 0) return []
  const position = positionsIn(text)
  const sorted = withoutRepeats(faults.toSorted((a, b) => a.offset - b.offset))
  const told = sorted.slice(0, limit).map(
    (fault): PlanFileIssue => ({
      fileName,
      ...position(fault.offset),
      path: (fault.path ?? []).join('.'),
      code: fault.code,
      params: { ...fault.params, ...firstOf(fault, position), ...suggestionOf(fault) },
    }),
  )
  const last = sorted[limit]
  if (last === undefined) return told
  const more = { code: 'MORE_ISSUES', params: { count: sorted.length - limit } } as const
  return [...told, { fileName, ...position(last.offset), path: '', ...more }]
}

function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ offset, code, params }) => {
    const key = `${offset} ${code} ${JSON.stringify(params)}`
    return !seen.has(key) && seen.add(key)
  })
}

function firstOf({ first }: Fault, position: ReturnType<typeof positionsIn>): IssueParams {
  if (first === undefined) return {}
  const { line, column } = position(first)
  return { firstLine: line, firstColumn: column }
}

function suggestionOf({ among, params }: Fault): IssueParams {
  if (among === undefined) return {}
  const suggestion = nearest(String(params.found ?? ''), among)
  return suggestion === undefined ? {} : { suggestion }
}
