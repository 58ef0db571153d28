import { importPlan } from '@duban/server/src/import-plan.ts'
import { importErqi } from '@duban/server/test/support/erqi.ts'
import { officePlan } from '@duban/server/test/support/office-plan.ts'
import {
  type TestOptions,
  type TestServer,
  testServer,
} from '@duban/server/test/support/test-server.ts'
import { tokenOf } from '@duban/server/test/support/writer.ts'
import { type Client, createClient, type Fetch, type Headers } from '../src/index.ts'

/** A client of a server without a port that holds Erqi's plan. */
export interface Served {
  readonly client: Client
  /** The same of somebody who may write. */
  readonly writer: Client
  readonly fetch: Fetch
  /** The headers of somebody who may write. */
  readonly headers: () => Promise<Headers>
  readonly close: () => Promise<void>
}

/** Where a server without a port is asked. */
export const url = 'http://duban.test/graphql'

/** Serves Erqi's plan. */
export const serveErqi = (options: TestOptions = {}): Promise<Served> => serve(importErqi, options)

/** Serves the plan of a small office, with units that report. */
export const serveOffice = (options: TestOptions = {}): Promise<Served> =>
  serve(async (storage) => {
    const now = '2020-01-10T00:00:00.000Z'
    let ids = 0
    const context = { now, newId: () => `office-${++ids}`, actor: 'test' }
    const { outcome } = await importPlan(storage, { plan: officePlan(), facts: [] }, context)
    if (outcome !== 'IMPORTED') throw new Error(`the plan is ${outcome}`)
  }, options)

async function serve(
  fill: (storage: TestServer['storage']) => Promise<void>,
  options: TestOptions,
): Promise<Served> {
  const tested: TestServer = await testServer(options)
  const { server, storage, close } = tested
  await fill(storage)
  const chen = { name: 'chen', roles: ['ADMIN'], units: [] } as const
  const headers = async () => ({ authorization: `Bearer ${await tokenOf(tested, chen)}` })
  const fetch: Fetch = async (to, init) => server.yoga.fetch(to, init)
  return {
    client: createClient({ url, fetch }),
    writer: createClient({ url, fetch, headers }),
    fetch,
    headers,
    close,
  }
}
