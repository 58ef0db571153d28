import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import commitmentCard, {
  type commitmentCard_commitment$data,
} from '../relay/__generated__/commitmentCard_commitment.graphql'
import commitments, {
  type commitmentList_query$data,
} from '../relay/__generated__/commitmentList_query.graphql'
import commitmentListQuery, {
  type commitmentListQuery$data,
} from '../relay/__generated__/commitmentListQuery.graphql'
import projectCard, {
  type projectCard_project$data,
} from '../relay/__generated__/projectCard_project.graphql'
import projects, {
  type projectList_plan$data,
} from '../relay/__generated__/projectList_plan.graphql'
import projectListQuery, {
  type projectListQuery$data,
} from '../relay/__generated__/projectListQuery.graphql'
import twoDatesQuery, {
  type twoDatesQuery$data,
} from '../relay/__generated__/twoDatesQuery.graphql'
import { startRelay } from './relay-session.ts'
import { code, serve } from './served.ts'

describe('relay-compiler', () => {
  it('accepts fragments, pagination and refetch, and has nothing new to write; pnpm relay writes it', async () => {
    const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js')
    const cwd = fileURLToPath(new URL('..', import.meta.url))
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [compiler, '--validate', 'relay.config.json'],
      { cwd },
    )
    expect(stdout + stderr).toContain('compiled documents: 11 reader, 7 normalization')
  })
})

describe('Relay’s runtime', async () => {
  const count = 1000
  const { fetch, requests, close } = await serve(count)
  afterAll(close)

  it('pages through a thousand projects, each once and in the plan’s order', async () => {
    const relay = startRelay(fetch)
    const before = requests()
    const { plan } = await relay.load<projectListQuery$data>(projectListQuery, { code, count: 100 })
    for (let more = true; more; ) more = await relay.loadNext(projects, plan, 100)
    expect(requests() - before).toBe(10)

    const list = relay.read<projectList_plan$data>(projects, plan).projects
    const nodes = list.edges.map(({ node }) => node)
    expect([list.totalCount, nodes.length]).toEqual([count, count])
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(count)
    const cards = nodes.map((node) => relay.read<projectCard_project$data>(projectCard, node))
    expect(cards.map((card) => card.code)).toEqual(nodes.map((node) => node.code))

    const another = startRelay(fetch)
    const whole = await another.load<projectListQuery$data>(projectListQuery, { code, count })
    const inOne = another.read<projectList_plan$data>(projects, whole.plan).projects.edges
    expect(inOne.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id))
  })

  it('pages through commitments at the root, and fetches one again by its id', async () => {
    const relay = startRelay(fetch)
    const variables = {
      filter: { kind: { in: ['INDICATOR', 'MILESTONE'] } },
      asOf: '2020-06-30',
      count: 15,
    }
    const query = await relay.load<commitmentListQuery$data>(commitmentListQuery, variables)
    for (let more = true; more; ) more = await relay.loadNext(commitments, query, 15)
    const list = relay.read<commitmentList_query$data>(commitments, query).commitments
    expect([list.totalCount, list.edges.length]).toEqual([40, 40])

    const ids = list.edges.map(({ node }) => node.id)
    expect(new Set(ids).size).toBe(40)
    const [{ node } = { node: null }] = list.edges
    const card = () => relay.read<commitmentCard_commitment$data>(commitmentCard, node)
    const first = card()
    expect(first.view.asOf).toBe('2020-06-30')
    await relay.refetch(commitmentCard, first.id)
    expect(card()).toEqual(first)
  })

  it('keeps two dates apart, also after one of them is fetched again', async () => {
    const relay = startRelay(fetch)
    const data = await relay.load<twoDatesQuery$data>(twoDatesQuery, {
      plan: code,
      code: 'milestone/milestone-003',
      earlier: '2020-01-31',
      later: '2020-12-31',
    })
    const [earlier, later] = [data.earlier?.commitment, data.later?.commitment]
    expect(earlier?.id).not.toBe(later?.id)
    const cards = () =>
      [earlier, later].map((ref) => relay.read<commitmentCard_commitment$data>(commitmentCard, ref))
    const before = cards()
    expect(before.map(({ view }) => view.asOf)).toEqual(['2020-01-31', '2020-12-31'])
    expect(before.map(({ assessment }) => assessment.status)).toEqual(['PENDING', 'OVERDUE'])
    await relay.refetch(commitmentCard, earlier?.id ?? '')
    expect(cards()).toEqual(before)
  })
})
