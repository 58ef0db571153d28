import type { ParsedNode } from 'yaml'
import type { Fault } from '../source/fault.ts'
import { keyOffset, type Place, placesIn } from '../source/place.ts'
import { positionsIn } from '../source/position.ts'
import { offsetWithin } from '../source/within.ts'
import type { Complaint, IssueParams, PlanFileIssue } from './issue.ts'
import { nearest } from './nearest.ts'

/** One file's name and text, for telling where in it an issue is. */
export interface Source {
  readonly fileName: string
  readonly text: string
}

/** Finds where complaints stand in a file. */
export function faultsIn(root: ParsedNode, text: string): (complaint: Complaint) => Fault {
  const placeOf = placesIn(root)
  return ({ path, at, code, params, first, among, within }) => {
    const place = placeOf(path)
    return {
      offset: offsetOf(place, text, at, within),
      // A bare text stands for {zh}: what is wrong with it is told of the text.
      path: code === 'MISSING_FIELD' ? path : place.path,
      code,
      params,
      ...(first === undefined ? {} : { first: placeOf(first).offset }),
      ...(among === undefined ? {} : { among }),
    }
  }
}

function offsetOf(
  place: Place,
  text: string,
  at: Complaint['at'],
  within: number | undefined,
): number {
  if (within !== undefined) return offsetWithin(place, text, within)
  return at === 'KEY' ? keyOffset(place) : place.offset
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
      path: (fault.path ?? []).map((step) => cut(String(step))).join('.'),
      code: fault.code,
      params: { ...short(fault.params), ...firstOf(fault, position), ...suggestionOf(fault) },
    }),
  )
  const last = sorted[limit]
  if (last === undefined) return told
  const more = { code: 'MORE_ISSUES', params: { count: sorted.length - limit } } as const
  return [...told, { fileName, ...position(last.offset), path: '', ...more }]
}

/** An issue repeats what was written, but not a megabyte of it. */
function short(params: IssueParams): IssueParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      // The names that were expected are the format's own.
      typeof value === 'string' && name !== 'expected' ? cut(value) : value,
    ]),
  )
}

const MAX_SHOWN = 120

function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`
}

/** Without those that say the same of the same place; they come in the order of places. */
function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  let place = -1
  let said = new Set<string>()
  return faults.filter(({ offset, code, params }) => {
    if (offset !== place) said = new Set()
    place = offset
    const what = `${code} ${params.found ?? ''} ${params.field ?? ''} ${params.reason ?? ''}`
    return !said.has(what) && said.add(what)
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
