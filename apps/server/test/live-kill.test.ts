import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '@duban/domain'
import { openStorage, type Storage } from '@duban/storage'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type PostgresServer,
  startPostgres,
} from '../../../packages/storage/test/postgres/start-postgres.ts'
import { write } from '../src/writing/write.ts'
import { launchBrowser } from './support/browser.ts'
import { officePlan } from './support/office-plan.ts'
import { type ServerProcess, serverProcess } from './support/server-process.ts'

// So many changes follow each other here; DUBAN_LIVE_CHANGES=10000 makes it the long test.
const changes = Number(process.env.DUBAN_LIVE_CHANGES ?? 150)
const timeout = 120_000 + changes * 60
const plan = 'office-2020'
const query = `subscription { planChanged(code: "${plan}", since: 1) { revision } }`
const path = `/graphql?query=${encodeURIComponent(query)}`

let ids = 0

async function give(storage: Storage, command: Command): Promise<void> {
  const outcome = await write(storage, {
    plan,
    command,
    actor: { name: 'test', roles: [], units: [], trusted: true },
    now: new Date().toISOString(),
    newId: () => `f${++ids}`,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
}

/** A report for one of many days, units and indicators, each once. */
function report(at: number): Command {
  const day = new Date(Date.UTC(2018, 0, 10 + Math.floor(at / 6)))
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: at % 2 === 0 ? 'estates' : 'stock' },
        value: String(at),
        effectiveOn: day.toISOString().slice(0, 10),
        reporter: ['housing', 'roads', 'office'][at % 3] ?? 'housing',
      },
    ],
  }
}

/** Follows the plan over as many connections as it takes, and keeps every id it is told. */
async function follow(origin: string, seen: string[], until: number, signal: AbortSignal) {
  let last: string | undefined
  while (seen.length < until && !signal.aborted) {
    try {
      const response = await fetch(origin + path, {
        headers: {
          accept: 'text/event-stream',
          ...(last === undefined ? {} : { 'last-event-id': last }),
        },
        signal,
      })
      let text = ''
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (text + piece).split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) {
          const id = /^id: (.*)$/m.exec(block)?.[1]
          if (id === undefined) continue
          last = id
          seen.push(id)
        }
        if (seen.length >= until) return
      }
    } catch {
      // The server is away; it is tried again.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe.each(['sqlite', 'postgres'] as const)(
  'with servers killed again and again, on %s',
  (dialect) => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-live-'))
    let postgres: PostgresServer | undefined
    let storage: Storage
    let servers: readonly ServerProcess[]
    let browser: Browser

    beforeAll(async () => {
      postgres = dialect === 'postgres' ? await startPostgres(['fsync=off']) : undefined
      const url = postgres?.url
      storage = await openStorage(url === undefined ? { dataDir: folder } : { url })
      const env = { DATA_DIR: folder, ...(url === undefined ? {} : { DATABASE_URL: url }) }
      servers = await Promise.all([serverProcess(env), serverProcess(env)])
      await Promise.all(servers.map((server) => server.start()))
      await give(storage, { type: 'IMPORT_PLAN', plan: officePlan() })
      browser = await launchBrowser()
    }, timeout)

    afterAll(async () => {
      await browser?.close()
      await Promise.all(servers.map((server) => server.kill()))
      await storage.close()
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    it(
      'a browser and a client each hear of every change once',
      async () => {
        const [first, second] = servers
        if (first === undefined || second === undefined) throw new Error('there are two servers')
        const page = await browser.newPage()
        await page.goto(`${first.origin}/graphql`, { waitUntil: 'domcontentloaded' })
        await page.evaluate((subscription) => {
          const seen: string[] = []
          Object.assign(globalThis, { seen })
          new EventSource(subscription).addEventListener('next', (event) => {
            seen.push(event.lastEventId)
          })
        }, path)
        const seen: string[] = []
        const controller = new AbortController()
        const following = follow(second.origin, seen, changes, controller.signal)

        let writing = true
        let kills = 0
        const killing = (async () => {
          while (writing) {
            for (const server of servers) {
              await new Promise((resolve) => setTimeout(resolve, 500 + (kills % 7) * 150))
              if (!writing) break
              await server.kill()
              kills++
              await server.start()
            }
          }
        })()
        for (let at = 0; at < changes; at++) {
          await give(storage, report(at))
          // Few changes are made slowly, so that servers die before it is over; many let other work come between.
          await new Promise((resolve) => setTimeout(resolve, changes < 1000 ? 25 : 0))
        }
        writing = false
        await killing

        const inBrowser = () =>
          page.evaluate(() => ({ ...(globalThis as unknown as { seen: string[] }) }).seen)
        const deadline = Date.now() + 60_000
        while (
          Date.now() < deadline &&
          (seen.length < changes || (await inBrowser()).length < changes)
        ) {
          await new Promise((resolve) => setTimeout(resolve, 200))
        }
        controller.abort()
        await following
        const expected = Array.from({ length: changes }, (_, at) => String(at + 2))
        expect(kills).toBeGreaterThan(1)
        expect(seen).toEqual(expected)
        expect(await inBrowser()).toEqual(expected)
      },
      timeout,
    )
  },
)
