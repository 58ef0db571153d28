import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  commitmentsPage,
  createClient,
  type Fetch,
  type Operation,
  planOverview,
  recordMilestone,
} from '../src/index.ts'
import { serveOffice, url } from './served.ts'

const manifest: unknown = JSON.parse(
  readFileSync(new URL('../operations/generated/operations.json', import.meta.url), 'utf8'),
)
const operations = new Map<string, string>(Object.entries(manifest ?? {}))

describe('a client of a server that takes persisted operations only', async () => {
  const { fetch, headers, close } = await serveOffice({
    operations,
    settings: { persistedOnly: true },
  })
  afterAll(close)

  let sent: { method: string | undefined; url: URL; etag: string | null }[]
  beforeEach(() => {
    sent = []
  })
  const watched: Fetch = async (to, init) => {
    const response = await fetch(to, init)
    sent.push({ method: init.method, url: new URL(to), etag: response.headers.get('etag') })
    return response
  }
  const reader = createClient({ url, fetch: watched, persisted: true })
  const writer = createClient({ url, fetch: watched, headers, persisted: true })
  const code = 'office-2020'

  it('asks a query by GET, with its id alone, and gets a tag with the answer', async () => {
    const answer = await reader.ask(planOverview, { code, asOf: '2020-06-30' })
    expect(answer.data?.plan?.code).toBe(code)
    const [request] = sent
    expect([sent.length, request?.method]).toEqual([1, 'GET'])
    expect(request?.etag).toMatch(/^(W\/)?".+"$/)
    expect([...(request?.url.searchParams.keys() ?? [])]).toEqual(['documentId', 'variables'])
  })

  it('asks by POST what is too long for a URL, and what writes', async () => {
    const codes = Array.from({ length: 1000 }, (_, at) => `milestone-${at}`)
    const found = await reader.ask(commitmentsPage, {
      filter: { code: { in: ['opening', ...codes] } },
    })
    expect(found.data?.commitments.totalCount).toBe(1)
    const input = { plan: code, of: { milestone: 'opening' }, on: '2020-04-28' }
    const written = await writer.ask(recordMilestone, { input })
    expect(written.data?.recordMilestone).toMatchObject({ saved: true })
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST'])
  })

  it('is refused an operation of its own that the server does not know', async () => {
    const own = 'query { viewer { subject } }' as Operation<object, Readonly<Record<string, never>>>
    const answer = await reader.ask(own)
    expect(answer.ok ? null : codeOf(answer.problem)).toBe('PERSISTED_ONLY')
  })

  it('knows each operation by the SHA-256 of its text', () => {
    expect(operations.size).toBeGreaterThan(20)
    for (const [id, text] of operations) {
      expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
    }
  })
})
