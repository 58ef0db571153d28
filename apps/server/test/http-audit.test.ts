import { serverAudits } from 'graphql-http'
import { afterAll, describe, expect, it } from 'vitest'
import { testServer } from './support/test-server.ts'

// The whole suite: what the GraphQL-over-HTTP specification says a server must, should and may do.
describe('GraphQL over HTTP', async () => {
  const { server, close } = await testServer()
  afterAll(close)

  const audits = serverAudits({
    url: 'http://duban.test/graphql',
    fetchFn: (url: string, init: RequestInit = {}) => server.yoga.fetch(url, init),
  })

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn()
      expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
    },
  )

  it('is the suite in full', () => {
    expect(audits.length).toBeGreaterThanOrEqual(61)
  })
})
