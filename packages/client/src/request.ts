/** What `fetch` is, as far as it is used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string>>

/** How a request gets to the server. */
export interface Route {
  /** Of the GraphQL endpoint; a page may leave the origin out. */
  readonly url: string
  /** The global `fetch` unless given. */
  readonly fetch?: Fetch
  /** Sent along: as they are, or made anew for each request, as a token that runs out needs. */
  readonly headers?: Headers | (() => Headers | Promise<Headers>)
  /**
   * Sends the ids of operations in place of their text, for a server that has `operations.json`, and asks queries by
   * GET, so that a browser keeps the answer and the server may say that it is still good. Not so unless given.
   */
  readonly persisted?: boolean
}

/** An operation with its variables. */
export interface Asked {
  readonly text: string
  /** Its persisted id; null where it has none. */
  readonly id: string | null
  readonly variables: unknown
}

export interface SendOptions {
  readonly accept: string
  readonly signal: AbortSignal
  /** Whether the answer is a stream, which is asked for by POST. */
  readonly streams?: boolean
  /** The id of the last event of a stream that broke off. */
  readonly lastId?: string
}

/** Sends an operation. It rejects as `fetch` does. */
export async function send(route: Route, asked: Asked, options: SendOptions): Promise<Response> {
  const { url, fetch = globalThis.fetch, headers = {} } = route
  const { accept, signal, lastId = '', streams = false } = options
  const own = typeof headers === 'function' ? await headers() : headers
  const id = route.persisted ? asked.id : null
  const got = id === null || streams ? null : urlOf(url, id, asked)
  if (got !== null) return fetch(got, { method: 'GET', headers: { accept, ...own }, signal })
  const { text: query, variables } = asked
  return fetch(url, {
    method: 'POST',
    headers: {
      accept,
      'content-type': 'application/json',
      ...(lastId === '' ? {} : { 'last-event-id': lastId }),
      ...own,
    },
    body: JSON.stringify(id === null ? { query, variables } : { documentId: id, variables }),
    signal,
  })
}

/** Longer URLs are cut off by some proxies. */
const longestUrl = 6000

/** The URL that asks a persisted query; null for what must not be asked so, or is too long for it. */
function urlOf(url: string, id: string, { text, variables }: Asked): string | null {
  if (!/^\s*query\b/.test(text)) return null
  const parameters = new URLSearchParams({ documentId: id, variables: JSON.stringify(variables) })
  const whole = `${url}${url.includes('?') ? '&' : '?'}${parameters}`
  return whole.length > longestUrl ? null : whole
}
