/** An error as the graph tells it; `extensions.code` names it, and `extensions.zh` says it in Chinese. */
export interface GraphError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Why there is no answer, or not a whole one. */
export type Problem =
  /** The graph answered with errors. */
  | { readonly kind: 'GRAPH'; readonly status: number; readonly errors: readonly GraphError[] }
  /** Something else answered, or it answered something else; `body` is its beginning. */
  | { readonly kind: 'HTTP'; readonly status: number; readonly body: string }
  /** The server was not reached, or the connection was lost. */
  | { readonly kind: 'NETWORK'; readonly message: string }
  /** Nothing came for so many milliseconds. */
  | { readonly kind: 'TIMEOUT'; readonly afterMs: number }
  /** The caller's own signal ended it. */
  | { readonly kind: 'ABORTED' }

/** The code of the first error of the graph, such as `COST_LIMIT`; null where there is none. */
export function codeOf(problem: Problem): string | null {
  const code = problem.kind === 'GRAPH' ? problem.errors[0]?.extensions?.code : undefined
  return typeof code === 'string' ? code : null
}

/** Whether it may pass by itself, so that asking again later makes sense. */
export function isPassing(problem: Problem): boolean {
  switch (problem.kind) {
    case 'NETWORK':
    case 'TIMEOUT':
      return true
    case 'HTTP':
    case 'GRAPH':
      return problem.status >= 500 || problem.status === 429 || problem.status === 408
    case 'ABORTED':
      return false
  }
}

/** Whether it is what the `errors` of an answer must be. */
export function isErrorList(value: unknown): value is readonly GraphError[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        'message' in one &&
        typeof one.message === 'string',
    )
  )
}

/** The problem behind what `fetch` or a stream threw. */
export function problemOf(thrown: unknown): Problem {
  if (!(thrown instanceof Error)) return { kind: 'NETWORK', message: String(thrown) }
  const { message, cause } = thrown
  const reason = cause instanceof Error ? `${message}: ${cause.message}` : message
  return { kind: 'NETWORK', message: reason }
}
