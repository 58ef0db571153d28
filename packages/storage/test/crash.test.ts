import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildProgram, type Program } from './crash/build-program.ts'
import { examine, killWriter, strikeWriter } from './crash/kill-writer.ts'
import { dialects, freshDatabase, runOn, type TestDatabase } from './databases.ts'
import { startPostgres } from './postgres/start-postgres.ts'

// On each database; `KILLS=200 npx vitest run test/crash.test.ts` is the long form.
const kills = Number(process.env.KILLS ?? 20)
const ofBulkLoads = Math.ceil(kills / 5)
const ofCrowds = Math.ceil(kills / 4)
const ofServers = Math.ceil(kills / 7)

let writer: Program
beforeAll(async () => {
  writer = await buildProgram('writer')
})
afterAll(() => writer.remove())

describe.each(dialects)('a killed writer on %s', (dialect) => {
  let database: TestDatabase

  beforeEach(async () => {
    database = await freshDatabase(dialect)
  })
  afterEach(() => database.drop())

  it.each([
    { work: 'commits', size: 3, atOnce: 1, times: kills - ofCrowds - ofBulkLoads },
    { work: 'commits by many at once', size: 3, atOnce: 8, times: ofCrowds },
    { work: 'bulk loads', size: 1500, atOnce: 1, times: ofBulkLoads },
  ])(
    'leaves every acknowledged one of its $work and no half one',
    async ({ size, atOnce, times }) => {
      for (let kill = 0; kill < times; kill += 1) {
        const after = Math.random() * 60
        const acknowledged = await killWriter(writer.file, database.url, { size, atOnce }, after)
        const { revision, whole } = await examine(database, size)
        expect(revision).toBeGreaterThanOrEqual(acknowledged)
        expect(whole).toEqual({
          facts: true,
          commits: true,
          texts: true,
          answers: true,
          derived: true,
        })
      }
    },
    60_000 + kills * 3000,
  )
})

describe('a killed PostgreSQL', () => {
  it(
    'has every acknowledged commit when it is back, and no half one',
    async () => {
      const server = await startPostgres(['fsync=off'])
      const database = {
        dialect: 'postgres' as const,
        url: server.url,
        rows: (sql: string) => runOn(server.url, sql),
      }
      for (let crash = 0; crash < ofServers; crash += 1) {
        let back: Promise<void> = Promise.resolve()
        const strike = () => {
          back = server.crash()
        }
        const after = 20 + Math.random() * 100
        const { acknowledged, complaint } = await strikeWriter(
          writer.file,
          database.url,
          { size: 3, atOnce: 8 },
          after,
          strike,
        )
        await back
        // The writer was told in one line, not left waiting.
        expect(complaint).toContain('StorageFailure: the connection to the database is lost')
        const { revision, whole } = await examine(database, 3)
        expect(revision).toBeGreaterThanOrEqual(acknowledged)
        expect(Object.values(whole)).toEqual([true, true, true, true, true])
      }
      await server.stop()
    },
    60_000 + kills * 3000,
  )
})
