import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '@duban/domain'
import { openStorage, type Storage } from '@duban/storage'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officePlan } from '../../test/support/office-plan.ts'
import { silentLog } from '../../test/support/silent-log.ts'
import { write } from '../writing/write.ts'
import { backOffMs } from './back-off.ts'
import { startWebhooks, type WebhookTeller } from './tell-webhooks.ts'
import { readWebhookSettings } from './webhook-settings.ts'

const secret = 'mB2kq9vX4cP7tR1yW8nZ3eL6hJ5sD0fG'

interface Told {
  readonly id: string
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

describe('startWebhooks', () => {
  let folder: string
  let storage: Storage
  let receiver: Server
  let url: string
  let told: Told[]
  /** Status of the next answers; 204 once they are used up. */
  let answers: number[]
  let tellers: WebhookTeller[]
  let clock: number
  let ids = 0

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duban-webhooks-'))
    storage = await openStorage({ dataDir: folder })
    told = []
    answers = []
    tellers = []
    clock = Date.parse('2020-07-15T04:00:00Z')
    receiver = createServer((request, response) => {
      let body = ''
      request.on('data', (piece: Buffer) => {
        body += piece.toString()
      })
      request.on('end', () => {
        const status = answers.shift() ?? 204
        const id = String(request.headers['webhook-id'])
        told.push({ id, body, headers: request.headers })
        response.writeHead(status).end()
      })
    })
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    const address = receiver.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    url = `http://127.0.0.1:${address.port}/hook`
  })
  afterEach(async () => {
    await Promise.all(tellers.map((teller) => teller.stop()))
    receiver.closeAllConnections()
    receiver.close()
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function start(on = storage, ...urls: string[]): Promise<WebhookTeller> {
    const teller = await startWebhooks(urls.length > 0 ? urls : [url], secret, {
      storage: on,
      log: silentLog,
      now: () => new Date(clock),
      fetch,
      random: () => 0,
    })
    tellers.push(teller)
    return teller
  }

  async function give(command: Command, plan = 'office-2020'): Promise<void> {
    const outcome = await write(storage, {
      plan,
      command,
      actor: { name: 'li', roles: [], units: [], trusted: true },
      now: new Date(clock).toISOString(),
      newId: () => `f${++ids}`,
    })
    if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
  }

  const imported = (plan = 'office-2020') =>
    give({ type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) }, plan)
  const report = (day: number, plan = 'office-2020') =>
    give(
      {
        type: 'REPORT_OBSERVATIONS',
        observations: [
          {
            of: { kind: 'INDICATOR', code: 'estates' },
            value: '130',
            effectiveOn: `2020-06-${String(day).padStart(2, '0')}`,
            reporter: 'housing',
            state: 'APPROVED',
          },
        ],
      },
      plan,
    )

  async function until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 400 && !condition(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(condition()).toBe(true)
  }

  it('tells every commit after its first start, signed, in order', async () => {
    await imported()
    await start()
    await report(1)
    await report(2)
    await until(() => told.length === 2)
    expect(told.map(({ id }) => id)).toEqual(['office-2020/2', 'office-2020/3'])
    const [first] = told
    if (first === undefined) throw new Error('two were told')
    const { body, headers } = first
    const parts = [headers['webhook-id'], headers['webhook-timestamp'], body]
    const signed = parts.join('.')
    const hmac = createHmac('sha256', secret).update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${hmac}`)
    expect(JSON.parse(body)).toEqual({
      type: 'plan.changed',
      timestamp: '2020-07-15T04:00:00.000Z',
      data: {
        plan: 'office-2020',
        revision: 2,
        actor: 'li',
        what: 'reportObservations',
        reason: null,
        factCount: 1,
        changeCount: 1,
        changes: [
          {
            code: 'indicator/estates',
            before: { status: 'UNKNOWN', light: 'GREY', dueOn: '2020-12-31' },
            after: { status: 'MET', light: 'GREEN', dueOn: '2020-12-31' },
          },
        ],
      },
    })
  })

  it('tries again with back-off, the same bytes in the same order, and holds up no commit', async () => {
    await imported()
    await start()
    answers = [503, 301]
    await report(1)
    await until(() => told.length === 1)
    await report(2)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(told).toHaveLength(1)
    clock += 5_000
    await report(3)
    await until(() => told.length === 2)
    clock += 10_000
    await report(4)
    await until(() => told.length === 6)
    expect(told.map(({ id }) => id)).toEqual(
      ['2', '2', '2', '3', '4', '5'].map((revision) => `office-2020/${revision}`),
    )
    expect(new Set(told.slice(0, 3).map(({ body }) => body)).size).toBe(1)
  })

  it('goes on where it was after a restart, from a table', async () => {
    await imported()
    const first = await start()
    answers = [500]
    await report(1)
    await until(() => told.length === 1)
    await first.stop()
    await report(2)
    await imported('later')
    clock += 5_000
    await start()
    await until(() => told.length === 4)
    expect(
      told
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['later/1', 'office-2020/2', 'office-2020/3'])
  })

  it('is shared by servers: each commit is told once', async () => {
    await imported()
    const other = await openStorage({ dataDir: folder })
    await start()
    await start(other)
    for (let day = 1; day <= 20; day++) await report(day)
    await until(() => told.length >= 20)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(told.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `office-2020/${at + 2}`),
    )
    await Promise.all(tellers.splice(0).map((teller) => teller.stop()))
    await other.close()
  })

  it('tells the others while one address is dead', async () => {
    await imported()
    await start(storage, 'http://127.0.0.1:1/dead', url)
    await report(1)
    await until(() => told.length === 1)
    expect(told.map(({ id }) => id)).toEqual(['office-2020/2'])
  })
})

it('backs off from five seconds to an hour', () => {
  expect([1, 2, 3, 10, 11, 40].map((attempts) => backOffMs(attempts, 0) / 1000)).toEqual([
    5, 10, 20, 2560, 3600, 3600,
  ])
  expect(backOffMs(1, 1)).toBe(4000)
})

describe('readWebhookSettings', () => {
  it('wants addresses, and a secret that is not easily guessed', () => {
    const read = (env: Readonly<Record<string, string>>) => {
      const problems: { readonly zh: string; readonly en?: string }[] = []
      const settings = readWebhookSettings(env, problems)
      return { settings, problems: problems.map(({ en }) => en) }
    }
    expect(read({})).toEqual({ settings: { urls: [], secret: null }, problems: [] })
    const good = { DUBAN_WEBHOOKS: 'https://a.example/x, http://b', DUBAN_WEBHOOK_SECRET: secret }
    expect(read(good)).toEqual({
      settings: { urls: ['https://a.example/x', 'http://b'], secret },
      problems: [],
    })
    expect(read({ ...good, DUBAN_WEBHOOK_SECRET: 'secret' }).problems).toHaveLength(1)
    const bad = read({ ...good, DUBAN_WEBHOOKS: 'ftp://user:hunter2@b' })
    expect(bad.problems).toHaveLength(1)
    expect(bad.problems.join()).not.toContain('hunter2')
  })
})
