import type { Server } from '../../src/server.ts'

/** An answer of the graph, as a client reads it. */
export interface Answer<Data> {
  readonly status: number
  readonly data: Data
  readonly errors: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly locations?: readonly { readonly line: number; readonly column: number }[]
    readonly extensions?: Readonly<Record<string, unknown>>
  }[]
}

/** Asks a server in its own process. `Data` is what the test expects to find; nothing checks it but the test. */
export async function ask<Data = Record<string, unknown>>(
  server: Server,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  const response = await server.yoga.fetch('http://duban.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as { data?: Data; errors?: Answer<Data>['errors'] }
  // Where there is no data the test looks at the errors.
  return { status: response.status, data: body.data as Data, errors: body.errors ?? [] }
}
