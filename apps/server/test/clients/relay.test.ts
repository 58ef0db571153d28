import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { generatePlan } from '@duban/synthetic'
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPlan } from '../../src/import-plan.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

const source = `
import { graphql } from 'relay-runtime'

graphql\`
  query projectsQuery($code: String!, $asOf: Date) {
    plan(code: $code, asOf: $asOf) {
      id
      ...projects_plan
      ...standing_plan
    }
  }
\`

graphql\`
  fragment projects_plan on Plan
  @argumentDefinitions(first: { type: "Int", defaultValue: 250 }, after: { type: "String" })
  @refetchable(queryName: "projectsPageQuery") {
    projects(first: $first, after: $after) @connection(key: "projects_plan_projects") {
      edges { node { id name ...projects_project } }
    }
  }
\`

graphql\`
  fragment projects_project on Project @refetchable(queryName: "projectsProjectQuery") {
    kind
    stage
    commitments(first: 5) { totalCount edges { node { id dueOn assessment { status light } } } }
  }
\`

graphql\`
  fragment standing_plan on Plan {
    view { asOf }
    rollup { count light }
    commitments(first: 3, filter: { status: { in: [OVERDUE, DUE_SOON] } }, orderBy: [{ field: DUE_ON }])
      @connection(key: "standing_plan_commitments") {
      edges { node { __typename id ... on Indicator { target } ... on Obligation { rule { code } } } }
    }
  }
\`
`

describe('Relay', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-relay-'))
  let served: TestServer

  beforeAll(async () => {
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'src', 'projects.js'), source)
    const schema = fileURLToPath(new URL('../../schema.graphql', import.meta.url))
    writeFileSync(
      join(folder, 'relay.config.json'),
      JSON.stringify({
        src: './src',
        language: 'javascript',
        schema,
        eagerEsModules: true,
        customScalarTypes: {
          Date: 'String',
          DateTime: 'String',
          Decimal: 'String',
          JSON: 'String',
        },
      }),
    )
    served = await testServer()
    const plan = generatePlan({
      seed: 7,
      code: 'large',
      year: 2020,
      district: { code: 'd', name: { zh: '某区' } },
      projects: 1_000,
      rules: 1,
    })
    let ids = 0
    const context = { now: '2020-07-01T00:00:00.000Z', newId: () => `l${++ids}`, actor: 'test' }
    await importPlan(served.storage, { plan, facts: [] }, context)
  }, 120_000)

  afterAll(async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('compiles a project with fragments, pagination and refetch on our schema', () => {
    const compiler = createRequire(import.meta.url)('relay-compiler')
    execFileSync(compiler, [join(folder, 'relay.config.json')], { cwd: folder, stdio: 'pipe' })
    const artifacts = readdirSync(join(folder, 'src', '__generated__'))
    expect(artifacts).toContain('projectsPageQuery.graphql.js')
    expect(artifacts).toContain('projectsProjectQuery.graphql.js')
  })

  it('pages through 1 000 projects with its runtime, each once, by refetching the plan by its id', async () => {
    const artifact = async (name: string) => {
      const file = join(folder, 'src', '__generated__', `${name}.graphql.js`)
      return (await import(/* @vite-ignore */ pathToFileURL(file).href)).default
    }
    const environment = new Environment({
      network: Network.create(async ({ text }, variables) => {
        const response = await served.server.yoga.fetch('http://duban.test/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: text, variables }),
        })
        return response.json()
      }),
      store: new Store(new RecordSource()),
    })
    const variables = { code: 'large', asOf: '2020-06-30' }
    const query = await artifact('projectsQuery')
    await fetchQuery(environment, query, variables).toPromise()
    // What is read stays in the store only while something holds it.
    environment.retain(createOperationDescriptor(getRequest(query), variables))
    const page = await artifact('projectsPageQuery')

    const connection = () => {
      const records = environment.getStore().getSource()
      const id = Object.keys(records.toJSON()).find((one) =>
        one.endsWith(':__projects_plan_projects_connection'),
      )
      const record = id === undefined ? undefined : records.get(id)
      const edges = record?.edges as { readonly __refs: readonly string[] } | undefined
      const info = records.get(
        (record?.pageInfo as { readonly __ref: string } | undefined)?.__ref ?? '',
      )
      return { plan: id?.split(':')[1] ?? '', edges: edges?.__refs.length ?? 0, info }
    }
    for (let pages = 1; connection().info?.hasNextPage === true; pages += 1) {
      expect(pages).toBeLessThan(10)
      const { plan, info } = connection()
      const next = { id: plan, first: 250, after: info?.endCursor }
      environment.retain(createOperationDescriptor(getRequest(page), next))
      await fetchQuery(environment, page, next).toPromise()
    }
    expect(connection().edges).toBe(1_000)
    const names = Object.values(environment.getStore().getSource().toJSON()).filter(
      (record) => record?.__typename === 'Project',
    )
    expect(names).toHaveLength(1_000)
  })
})
