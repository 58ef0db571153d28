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
}

/** Sends an operation. It rejects as `fetch` does. */
export async function send(
  { url, fetch = globalThis.fetch, headers = {} }: Route,
  body: { readonly query: string; readonly variables: unknown },
  { accept, signal, lastId = '' }: SendOptions,
): Promise<Response> {
  const own = typeof headers === 'function' ? await headers() : headers
  return fetch(url, {
    method: 'POST',
    headers: {
      accept,
      'content-type': 'application/json',
      ...(lastId === '' ? {} : { 'last-event-id': lastId }),
      ...own,
    },
    body: JSON.stringify(body),
    signal,
  })
}

export interface SendOptions {
  readonly accept: string
  readonly signal: AbortSignal
  /** The id of the last event of a stream that broke off. */
  readonly lastId?: string
}
