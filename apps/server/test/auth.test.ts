import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { signToken } from '../src/auth/sign-token.ts'
import { run } from '../src/cli/run.ts'
import { testNow, testServer } from './support/test-server.ts'
import { testTerminal } from './support/test-terminal.ts'

describe('a token over HTTP', async () => {
  const open = await testServer()
  const closed = await testServer({
    settings: {
      auth: {
        jwtSecret: null,
        jwksFile: null,
        issuer: null,
        audience: null,
        openReading: false,
      },
    },
  })
  afterAll(async () => {
    await open.close()
    await closed.close()
  })

  type Tested = typeof open

  async function ask({ server }: Tested, query: string, authorization?: string) {
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({ query }),
    })
    const body: { data?: unknown; errors?: readonly { extensions: object }[] } =
      await response.json()
    return { response, ...body }
  }

  async function tokenOf({ keys }: Tested): Promise<string> {
    if (keys.secret === null) throw new Error('a test server has a key of its own')
    const actor = { name: 'zhang', roles: ['REPORTER'], units: ['housing'] } as const
    const now = testNow()
    return `Bearer ${await signToken(keys.secret, { actor, now, days: 1, issuer: null, audience: null })}`
  }

  it('is refused with 401 and the reason in both languages, and nothing is answered', async () => {
    const { response, data, errors } = await ask(open, '{ viewer { mayRead } }', 'Bearer a.b.c')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(data).toBeUndefined()
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      problem: 'MALFORMED',
      zh: expect.stringContaining('令牌'),
    })
    expect(JSON.stringify(errors)).not.toContain('stack')
  })

  it('of another server is not taken', async () => {
    const { response, errors } = await ask(open, '{ viewer { mayRead } }', await tokenOf(closed))
    expect(response.status).toBe(401)
    expect(errors?.[0]?.extensions).toMatchObject({ problem: 'SIGNATURE' })
  })

  it('tells the viewer who it is', async () => {
    const query = '{ viewer { subject mayRead } }'
    expect(await ask(open, query)).toMatchObject({ data: { viewer: { subject: null } } })
    expect(await ask(open, query, await tokenOf(open))).toMatchObject({
      data: { viewer: { subject: 'zhang', mayRead: true } },
    })
  })

  it('is needed for reading where the setting closes it', async () => {
    const query = '{ plan(code: "erqi-2020") { code } }'
    const refused = await ask(closed, query)
    expect(refused.data).toEqual({ plan: null })
    expect(refused.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'UNAUTHENTICATED' },
    ])
    const health = await closed.server.yoga.fetch('http://duban.test/health')
    expect(health.status).toBe(200)
    expect(await ask(closed, query, await tokenOf(closed))).toMatchObject({ data: { plan: null } })
  })
})

describe('duban serve', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1'])(
    'refuses to start on %s with a secret that can be guessed, before it touches anything',
    async (HOST) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'duban-serve-'))
      const terminal = testTerminal({
        HOST,
        PORT: '0',
        DATA_DIR: dataDir,
        JWT_SECRET: 'secret',
        LOG_LEVEL: 'silent',
        DUBAN_SIMULATED: 'off',
        LANG: 'en',
      })
      expect(await run(['serve'], terminal)).toBe(1)
      expect(terminal.said().err).toMatch(/JWT_SECRET is easily guessed.*32 bytes/)
      expect(terminal.said().out).toBe('')
      rmSync(dataDir, { recursive: true, force: true })
    },
  )
})
