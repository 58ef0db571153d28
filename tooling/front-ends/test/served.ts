import { importPlan } from '@duban/server/src/import-plan.ts'
import { testServer } from '@duban/server/test/support/test-server.ts'
import { generatePlan } from '@duban/synthetic'

/** A server without a port that holds one generated plan. */
export interface Served {
  readonly fetch: typeof globalThis.fetch
  /** How many requests it has answered. */
  readonly requests: () => number
  readonly close: () => Promise<void>
}

/** Where a server without a port is asked. */
export const url = 'http://duban.test/graphql'

/** Code of the plan that is served. */
export const code = 'yunxi-2020'

/** Serves a generated plan of a district that does not exist, with so many projects and no reports. */
export async function serve(projects: number): Promise<Served> {
  const { server, storage, close } = await testServer()
  const plan = generatePlan({
    seed: 1,
    code,
    year: 2020,
    district: { code: 'yunxi', name: { zh: '云溪区', en: 'Yunxi District' } },
    projects,
    indicators: 20,
    milestones: 20,
    rules: 1,
  })
  let ids = 0
  const context = {
    now: '2020-01-10T00:00:00.000Z',
    newId: () => `import-${++ids}`,
    actor: 'test',
  }
  const { outcome } = await importPlan(storage, { plan, facts: [] }, context)
  if (outcome !== 'IMPORTED') throw new Error(`the plan is ${outcome}`)
  let requests = 0
  return {
    fetch: async (input, init) => {
      requests += 1
      return server.yoga.fetch(new Request(input, init))
    },
    requests: () => requests,
    close,
  }
}
