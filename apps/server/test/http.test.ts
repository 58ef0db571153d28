import { afterAll, describe, expect, it } from 'vitest'
import { testServer } from './support/test-server.ts'

const url = (path: string): string => `http://duban.test${path}`
const json = { 'content-type': 'application/json' }
const question = JSON.stringify({ query: '{ __typename }' })

describe('the server over HTTP', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  const { yoga } = server

  it('says that it is there, and whether it can answer', async () => {
    const health = await yoga.fetch(url('/health'))
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
    const ready = await yoga.fetch(url('/ready'))
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  })

  it('is not ready once it is closing, or when its database does not answer', async () => {
    const other = await testServer()
    other.server.startClosing()
    expect((await other.server.yoga.fetch(url('/ready'))).status).toBe(503)
    expect((await other.server.yoga.fetch(url('/health'))).status).toBe(200)
    await other.close()
    const broken = await testServer()
    await broken.storage.close()
    expect((await broken.server.yoga.fetch(url('/ready'))).status).toBe(503)
    await broken.server.yoga.dispose()
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])(
    'takes no body of type %j, which a page of another origin could send unasked',
    async (type) => {
      const headers = type === '' ? {} : { 'content-type': type }
      const response = await yoga.fetch(url('/graphql'), {
        method: 'POST',
        headers,
        body: question,
      })
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'MEDIA_TYPE' } }],
      })
    },
  )

  it('lets no page of another origin read, unless it is named', async () => {
    const asked = {
      method: 'POST',
      headers: { ...json, origin: 'https://evil.example' },
      body: question,
    }
    const refused = await yoga.fetch(url('/graphql'), asked)
    expect(refused.headers.get('access-control-allow-origin')).toBe(null)

    const open = await testServer({ settings: { corsOrigins: ['https://good.example'] } })
    const headers = { ...json, origin: 'https://good.example' }
    const allowed = await open.server.yoga.fetch(url('/graphql'), {
      method: 'POST',
      headers,
      body: question,
    })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://good.example')
    expect(allowed.headers.get('access-control-allow-credentials')).not.toBe('true')
    const other = await open.server.yoga.fetch(url('/graphql'), asked)
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://evil.example')
    await open.close()
  })

  it('sends what keeps browsers careful, and runs no script that stands in the page', async () => {
    const answer = await yoga.fetch(url('/graphql'), {
      method: 'POST',
      headers: json,
      body: question,
    })
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")

    const page = await yoga.fetch(url('/graphql'), { headers: { accept: 'text/html' } })
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:/)
    const html = await page.text()
    const scripts = [...html.matchAll(/<script(?![^>]*(src=|application\/json))/g)]
    expect(scripts).toEqual([])
    expect([...html.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)]).toEqual([])
  })

  it('serves the page’s files zipped, and not again to those who have them', async () => {
    const file = url('/graphiql/graphiql.js')
    const zipped = await yoga.fetch(file, { headers: { 'accept-encoding': 'gzip' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const etag = zipped.headers.get('etag') ?? ''
    const again = await yoga.fetch(file, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect((await yoga.fetch(url('/graphiql/none.js'))).status).toBe(404)
  })

  it('has nothing at any other path but a way to the page, and no page where GraphiQL is turned off', async () => {
    expect((await yoga.fetch(url('/elsewhere'), { headers: { accept: 'text/html' } })).status).toBe(
      404,
    )
    const root = await yoga.fetch(url('/'), { headers: { accept: 'text/html' } })
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql'])
    const bare = await testServer({ settings: { graphiql: false } })
    const page = await bare.server.yoga.fetch(url('/graphql'), { headers: { accept: 'text/html' } })
    expect(page.headers.get('content-type') ?? '').not.toContain('text/html')
    await bare.close()
  })

  it('answers a question by GET', async () => {
    const response = await yoga.fetch(url('/graphql?query=%7B__typename%7D'))
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
    expect(storage.dialect).toBe('sqlite')
  })
})
