import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readAuthSettings } from '../auth/auth-settings.ts'
import { authenticate } from '../auth/authenticate.ts'
import { loadTokenKeys } from '../auth/token-keys.ts'
import { run } from './run.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'duban-token-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const now = new Date('2020-07-15T04:00:00Z')

async function duban(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, {
    env: { DATA_DIR: dataDir, ...env },
    now: () => now,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stopped: () => Promise.resolve(),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function actorOf(token: string, env: Readonly<Record<string, string>> = {}) {
  const loaded = await loadTokenKeys(readAuthSettings(env, []), { host: '127.0.0.1', dataDir })
  if (!loaded.ok) throw new Error(loaded.problems[0]?.en)
  return authenticate(loaded.keys, `Bearer ${token}`, now)
}

describe('duban token', () => {
  it('signs what a server with the same data folder takes', async () => {
    const { code, out } = await duban(['token', '--role', 'REPORTER', '--unit', 'a', '--unit', 'b'])
    expect(code).toBe(0)
    expect(await actorOf(out)).toMatchObject({
      ok: true,
      actor: { name: 'reporter-a-b', roles: ['REPORTER'], units: ['a', 'b'] },
    })
  })

  it('signs with JWT_SECRET where it is set, and for its issuer', async () => {
    const env = { JWT_SECRET: 'mB2kq9vX4cP7tR1yW8nZ3eL6hJ5sD0fG', JWT_ISSUER: 'duban' }
    const args = ['token', '--role', 'EDITOR', '--name', 'li', '--days', '1', '--json']
    const { out } = await duban(args, env)
    const told: { token: string } = JSON.parse(out)
    expect(told).toMatchObject({
      name: 'li',
      role: 'EDITOR',
      expiresAt: '2020-07-16T04:00:00.000Z',
    })
    expect(await actorOf(told.token, env)).toMatchObject({ ok: true, actor: { name: 'li' } })
    expect(await actorOf(told.token)).toMatchObject({ ok: false })
  })

  it.each([
    [['token'], 2],
    [['token', '--role', 'KING'], 2],
    [['token', '--role', 'EDITOR', '--days', '0'], 2],
    [['token', '--role', 'EDITOR', '--days', '99999'], 2],
    [['token', '--role', 'REPORTER'], 1],
  ])('refuses %j with exit code %i', async (args, expected) => {
    const { code, out, err } = await duban(args)
    expect([code, out]).toEqual([expected, ''])
    expect(err).not.toBe('')
  })

  it('signs nothing where only public keys are trusted', async () => {
    const { code, err } = await duban(['token', '--role', 'EDITOR'], { JWKS_FILE: '/nowhere' })
    expect(code).toBe(1)
    expect(err).toContain('JWKS_FILE')
  })
})
