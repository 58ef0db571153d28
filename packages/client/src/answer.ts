import { type GraphError, isErrorList, type Problem } from './problem.ts'

/**
 * What asking comes to. With a problem, `data` is what could be answered all the same: the graph puts null where a
 * part failed, so it has the full type, or it is null as a whole.
 */
export type Answer<TData> =
  | { readonly ok: true; readonly data: TData }
  | { readonly ok: false; readonly problem: Problem; readonly data: TData | null }

/** An answer that holds nothing but a problem. */
export function problemOnly<TData>(problem: Problem): Answer<TData> {
  return { ok: false, problem, data: null }
}

/** Reads the body of a response, or the payload of an event, as the answer to an operation. */
export function readAnswer<TData>(text: string, status: number): Answer<TData> {
  const body = readBody(text)
  if (body === null) return problemOnly({ kind: 'HTTP', status, body: text.slice(0, shown) })
  // The server answers by the schema that the operation's types were generated from.
  const data = (body.data ?? null) as TData | null
  if (body.errors.length > 0) {
    return { ok: false, problem: { kind: 'GRAPH', status, errors: body.errors }, data }
  }
  if (data === null) return problemOnly({ kind: 'HTTP', status, body: text.slice(0, shown) })
  return { ok: true, data }
}

/** So much of a body that is no answer is told. */
const shown = 500

interface Body {
  readonly data: unknown
  readonly errors: readonly GraphError[]
}

function readBody(text: string): Body | null {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof body !== 'object' || body === null) return null
  const data = 'data' in body ? body.data : undefined
  const errors = 'errors' in body ? body.errors : []
  return isErrorList(errors) ? { data, errors } : null
}
