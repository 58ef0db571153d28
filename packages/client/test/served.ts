import { importErqi } from '@duban/server/test/support/erqi.ts'
import { type TestServer, testServer } from '@duban/server/test/support/test-server.ts'
import { type Client, createClient, type Fetch } from '../src/index.ts'

/** A client of a server without a port that holds Erqi's plan. */
export interface Served {
  readonly client: Client
  readonly fetch: Fetch
  readonly close: () => Promise<void>
}

/** Where a server without a port is asked. */
export const url = 'http://duban.test/graphql'

export async function serveErqi(): Promise<Served> {
  const { server, storage, close }: TestServer = await testServer()
  await importErqi(storage)
  const fetch: Fetch = async (to, init) => server.yoga.fetch(to, init)
  return { client: createClient({ url, fetch }), fetch, close }
}
