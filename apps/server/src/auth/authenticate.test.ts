import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@duban/domain'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { type AuthSettings, readAuthSettings } from './auth-settings.ts'
import { authenticate } from './authenticate.ts'
import { isLoopback } from './loopback.ts'
import { signToken } from './sign-token.ts'
import { loadTokenKeys, type TokenKeys } from './token-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-auth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataDir = (name: string): string => join(folder, name)

const now = new Date('2020-07-15T04:00:00Z')
const seconds = now.getTime() / 1000
const none: AuthSettings = readAuthSettings({}, [])
const strong = 'mB2kq9vX4cP7tR1yW8nZ3eL6hJ5sD0fG'
const reporter = { name: 'zhang', roles: ['REPORTER'], units: ['fgw', 'zjj'] } as const

async function keysOf(
  settings: Partial<AuthSettings> = {},
  host = '127.0.0.1',
): Promise<TokenKeys> {
  const read = await loadTokenKeys({ ...none, ...settings }, { host, dataDir: dataDir('keys') })
  if (!read.ok) throw new Error(read.problems[0]?.en)
  return read.keys
}

const signed = (payload: JWTPayload, secret = strong, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))

async function problemOf(keys: TokenKeys, token: string): Promise<unknown> {
  const result = await authenticate(keys, `Bearer ${token}`, now)
  return result.ok ? result.actor : [result.problem.code, ...Object.values(result.problem.params)]
}

describe('authenticate', () => {
  it('takes the tokens that the server’s own key signs, and tells who acts', async () => {
    const keys = await keysOf()
    if (keys.secret === null) throw new Error('a server has a key of its own')
    const asked = { actor: reporter, now, days: 30, issuer: null, audience: null }
    const token = await signToken(keys.secret, asked)
    expect(await authenticate(keys, `Bearer ${token}`, now)).toEqual({
      ok: true,
      actor: reporter,
      expiresAt: new Date('2020-08-14T04:00:00.000Z'),
    })
    const later = new Date(now.getTime() + 31 * 86_400_000)
    expect(await authenticate(keys, `Bearer ${token}`, later)).toMatchObject({
      problem: { code: 'EXPIRED', params: { at: '2020-08-14T04:00:00.000Z' } },
    })
  })

  it('knows nobody without a header, and refuses a header of another kind', async () => {
    const keys = await keysOf()
    expect(await authenticate(keys, null, now)).toEqual({
      ok: true,
      actor: null,
      expiresAt: null,
    })
    for (const header of ['', 'Basic dTpw', 'Bearer', 'Bearer a b']) {
      const result = await authenticate(keys, header, now)
      expect(result).toMatchObject({ ok: false, problem: { code: 'NO_BEARER' } })
    }
  })

  it('says why a token is not taken', async () => {
    const keys = await keysOf({ jwtSecret: strong })
    const good = { sub: 'li', roles: ['EDITOR'] }
    const [header = '', , signature = ''] = (await signed(good)).split('.')
    const forged = Buffer.from(JSON.stringify({ sub: 'li', roles: ['ADMIN'] })).toString(
      'base64url',
    )
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`
    expect(await problemOf(keys, 'rubbish')).toEqual(['MALFORMED'])
    expect(await problemOf(keys, `${header}.${forged}.${signature}`)).toEqual(['SIGNATURE'])
    expect(await problemOf(keys, await signed(good, `${strong}x`))).toEqual(['SIGNATURE'])
    expect(await problemOf(keys, unsigned)).toEqual(['ALGORITHM', 'none'])
    expect(await problemOf(keys, await signed({ ...good, exp: seconds - 31 }))).toEqual([
      'EXPIRED',
      '2020-07-15T03:59:29.000Z',
    ])
    expect(await problemOf(keys, await signed({ ...good, nbf: seconds + 60 }))).toEqual([
      'NOT_YET',
      '2020-07-15T04:01:00.000Z',
    ])
    expect(await problemOf(keys, await signed({ roles: ['ADMIN'] }))).toEqual(['CLAIM', 'sub'])
    expect(await problemOf(keys, await signed({ ...good, units: [1] }))).toEqual(['CLAIM', 'units'])
    expect(await problemOf(keys, await signed({ sub: 'li', roles: {} }))).toEqual([
      'CLAIM',
      'roles',
    ])
  })

  it('gives no role to a token that names none of ours', async () => {
    const keys = await keysOf({ jwtSecret: strong })
    const token = await signed({ sub: 'li', roles: ['offline_access', 'admin', 'REVIEWER'] })
    expect(await problemOf(keys, token)).toMatchObject({ roles: ['REVIEWER'] })
    expect(await problemOf(keys, await signed({ sub: 'li', role: 'ROOT' }))).toMatchObject({
      roles: [],
    })
    const short = await signed({ sub: 'wang', role: 'REPORTER', unit: 'fgw' })
    expect(await problemOf(keys, short)).toEqual({
      name: 'wang',
      roles: ['REPORTER'],
      units: ['fgw'],
    })
  })

  it('holds a token to the issuer and the audience of the settings', async () => {
    const keys = await keysOf({ jwtSecret: strong, issuer: 'https://id', audience: 'duban' })
    const good = { sub: 'li', iss: 'https://id', aud: ['duban', 'other'] }
    expect(await problemOf(keys, await signed(good))).toMatchObject({ name: 'li' })
    expect(await problemOf(keys, await signed({ ...good, iss: 'https://x' }))).toEqual([
      'CLAIM',
      'iss',
    ])
    expect(await problemOf(keys, await signed({ ...good, aud: 'other' }))).toEqual(['CLAIM', 'aud'])
  })
})

describe('a JWKS file', () => {
  const file = join(folder, 'jwks.json')
  const write = (...keys: readonly object[]) => writeFileSync(file, JSON.stringify({ keys }))

  it('verifies by its public keys, follows changes, and takes no token signed with them as a secret', async () => {
    const first = await generateKeyPair('ES256', { extractable: true })
    const second = await generateKeyPair('RS256', { extractable: true })
    const publicKey = { ...(await exportJWK(first.publicKey)), kid: 'a' }
    write(publicKey)
    const keys = await keysOf({ jwksFile: file })
    const sign = (pair: typeof first, alg: string, kid: string) =>
      new SignJWT({ sub: 'li', roles: ['EDITOR'] })
        .setProtectedHeader({ alg, kid })
        .sign(pair.privateKey)
    expect(await problemOf(keys, await sign(first, 'ES256', 'a'))).toMatchObject({ name: 'li' })
    const ofSecond = await sign(second, 'RS256', 'b')
    expect(await problemOf(keys, ofSecond)).toEqual(['UNKNOWN_KEY', 'b'])
    const asSecret = await signed({ sub: 'li', roles: ['ADMIN'] }, JSON.stringify(publicKey))
    expect(await problemOf(keys, asSecret)).toEqual(['ALGORITHM', 'HS256'])

    write({ ...(await exportJWK(second.publicKey)), kid: 'b' })
    const later = new Date(now.getTime() + 60_000)
    expect(await authenticate(keys, `Bearer ${ofSecond}`, later)).toMatchObject({ ok: true })
    const ofFirst = await sign(first, 'ES256', 'a')
    expect(await authenticate(keys, `Bearer ${ofFirst}`, later)).toMatchObject({ ok: false })
    writeFileSync(file, 'half written')
    const stillLater = new Date(now.getTime() + 120_000)
    expect(await authenticate(keys, `Bearer ${ofSecond}`, stillLater)).toMatchObject({ ok: true })
  })

  it('is refused when it is no set of public keys', async () => {
    const pair = await generateKeyPair('ES256', { extractable: true })
    const small = {
      kty: 'RSA',
      e: 'AQAB',
      n: `${'v'.repeat(170)}w`,
    }
    const refusal = async () => {
      const read = await loadTokenKeys(
        { ...none, jwksFile: file },
        { host: '127.0.0.1', dataDir: dataDir('unused') },
      )
      return read.ok ? null : read.problems.map(({ en }) => en?.replace(file, 'F'))
    }
    const bad: readonly (readonly [() => void, RegExp])[] = [
      [() => rmSync(file), /cannot be read/],
      [() => writeFileSync(file, '{'), /must be a JSON Web Key Set/],
      [() => write(), /must be a JSON Web Key Set/],
      [() => write({ kty: 'oct', k: 'AAAA' }), /keys\[0\]: a shared secret/],
      [() => write({ kty: 'EC', crv: 'P-256', x: 'AA' }), /no public key that can be used/],
      [() => write(small), /at least 2048 bits/],
    ]
    for (const [make, expected] of bad) {
      make()
      expect(await refusal()).toEqual([expect.stringMatching(expected)])
    }
    write(await exportJWK(pair.privateKey))
    expect(await refusal()).toEqual([expect.stringMatching(/private key/)])
  })
})

describe('loadTokenKeys', () => {
  it('makes the server’s key once, for its owner only', async () => {
    const place = { host: '0.0.0.0', dataDir: dataDir('made') }
    const [first, second] = await Promise.all([
      loadTokenKeys(none, place),
      loadTokenKeys(none, place),
    ])
    const again = await loadTokenKeys(none, place)
    expect(first).toMatchObject({ ok: true, warnings: [] })
    expect(first.ok && second.ok && again.ok && [second.keys.secret, again.keys.secret]).toEqual(
      first.ok && [first.keys.secret, first.keys.secret],
    )
    const file = join(place.dataDir, 'token.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')).toHaveLength(32)
  })

  it('refuses a key that can be guessed or read by others, outside loopback only', async () => {
    const place = (host: string) => ({ host, dataDir: dataDir('open') })
    const weak = { ...none, jwtSecret: 'secret' }
    expect(await loadTokenKeys(weak, place('0.0.0.0'))).toMatchObject({
      ok: false,
      problems: [
        { en: expect.stringMatching(/JWT_SECRET is easily guessed: .*32 bytes.*0\.0\.0\.0/) },
      ],
    })
    expect(await loadTokenKeys(weak, place('127.0.0.1'))).toMatchObject({
      ok: true,
      warnings: [{ zh: expect.stringContaining('容易被猜中') }],
    })
    await loadTokenKeys(none, place('::1'))
    chmodSync(join(dataDir('open'), 'token.key'), 0o644)
    expect(await loadTokenKeys(none, place('192.168.1.5'))).toMatchObject({ ok: false })
    expect(await loadTokenKeys(none, place('localhost'))).toMatchObject({ ok: true })
  })

  it('says where the key cannot be kept', async () => {
    writeFileSync(dataDir('a-file'), '')
    expect(
      await loadTokenKeys(none, { host: '127.0.0.1', dataDir: dataDir('a-file') }),
    ).toMatchObject({ ok: false, problems: [{ en: expect.stringContaining('(ENOTDIR)') }] })
  })

  it('never repeats a secret in what it says', async () => {
    const read = await loadTokenKeys(
      { ...none, jwtSecret: 'hunter2hunter2' },
      { host: '::', dataDir: dataDir('x') },
    )
    expect(JSON.stringify(read)).not.toContain('hunter2')
  })
})

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['localhost', true],
  ['::1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['duban.example', false],
  ['127.0.0.1.example', false],
  ['', false],
])('isLoopback(%j) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})

describe('readAuthSettings', () => {
  it('closes reading when the setting is not understood, and says so', () => {
    const problems: Text[] = []
    expect(readAuthSettings({ DUBAN_READING: 'closed' }, problems).openReading).toBe(false)
    expect(problems).toMatchObject([
      { en: 'DUBAN_READING must be one of open, token, not "closed"' },
    ])
    expect(readAuthSettings({ DUBAN_READING: '' }, []).openReading).toBe(true)
    expect(readAuthSettings({ DUBAN_READING: 'token' }, []).openReading).toBe(false)
  })
})
