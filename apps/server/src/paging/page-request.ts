import type { PageArguments } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { isGiven } from '../filtering/condition.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Limits } from '../settings/settings.ts'

/** Rows of a page where neither `first` nor `last` is given. */
export const defaultPageSize = 100

/** The arguments of a connection, as they come in. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly last?: number | null | undefined
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
}

/** A page asked for from one end: `first` rows after a cursor, or `last` rows before one. */
export interface PageRequest {
  readonly fromEnd: boolean
  readonly size: number
  /** The cursor the page stands next to. */
  readonly beside: string | undefined
}

/** Reads the arguments of a connection; throws the refusal of a page that is too large or makes no sense. */
export function readPage(args: PageArgs, limits: Limits): PageRequest {
  const fromEnd = isGiven(args.last) || (!isGiven(args.first) && isGiven(args.before))
  const argument = fromEnd ? 'last' : 'first'
  const size = (fromEnd ? args.last : args.first) ?? Math.min(defaultPageSize, limits.pageSize)
  const clash = fromEnd ? (args.first ?? args.after) : args.before
  if (isGiven(clash) || size < 0) throw refuse('INVALID_PAGE', { argument, value: size })
  if (size > limits.pageSize) {
    const params = {
      argument,
      actual: size,
      limit: limits.pageSize,
      setting: limitVariables.pageSize,
    }
    throw refuse('PAGE_LIMIT', params)
  }
  return { fromEnd, size, beside: (fromEnd ? args.before : args.after) ?? undefined }
}

/** The same page as the storage is asked for it. */
export function storagePage({ fromEnd, size, beside }: PageRequest): PageArguments {
  return fromEnd
    ? { last: size, ...(beside === undefined ? {} : { before: beside }) }
    : { first: size, ...(beside === undefined ? {} : { after: beside }) }
}
