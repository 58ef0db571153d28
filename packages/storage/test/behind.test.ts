import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitRun } from '../src/commit/commit-plan.ts'
import type { CommitRun } from '../src/commit/commit-run.ts'
import { writtenSegments } from '../src/commit/written-segments.ts'
import type { Connection } from '../src/connect/connection.ts'
import { connectPostgres } from '../src/connect/postgres.ts'
import type { CommitmentTimeline } from '../src/index.ts'
import { freshDatabase, type TestDatabase } from './databases.ts'
import { derivedRows } from './derived-rows.ts'
import { audit, newPlan, observation, timeline } from './samples.ts'

describe('a run that is sent behind another one to PostgreSQL', () => {
  let database: TestDatabase
  let connection: Connection
  const written = writtenSegments(1000)

  beforeEach(async () => {
    database = await freshDatabase('postgres', true)
    const storage = await database.open()
    await storage.commit(newPlan('a'))
    connection = await connectPostgres({
      url: database.url,
      poolSize: 4,
      busyTimeout: 5000,
      onStatement: () => undefined,
    })
    written.forget()
  })
  afterEach(async () => {
    await connection.close()
    await database.drop()
  })

  /** A run that adds a fact of this id, and tells that an indicator is as red as given. */
  const runOf = (baseRevision: number, id: string, row: CommitmentTimeline): CommitRun => ({
    commits: [
      { plan: 'a', baseRevision, facts: [observation(id)], audit: { ...audit, actor: id } },
    ],
    derive: () => ({ timelines: [row] }),
    lastFact: id,
  })
  const red = timeline('indicator/x', { from: '2020-01-01', light: 'RED' })
  const green = timeline(
    'indicator/x',
    { from: '2020-01-01', light: 'RED' },
    { from: '2020-03-01', light: 'GREEN' },
  )

  /** Commits one run with others behind it, each as soon as the one before it is sent; tells what came of them. */
  async function inLine(first: CommitRun, ...others: readonly CommitRun[]): Promise<unknown[]> {
    const dones: Promise<boolean>[] = []
    const sending = ([next, ...rest]: readonly CommitRun[]): CommitRun['sent'] =>
      next && ((behind) => dones.push(behind({ ...next, sent: sending(rest) })))
    dones.unshift(commitRun(connection, written, { ...first, sent: sending(others) }))
    await dones[0]?.catch(() => undefined)
    const ends = await Promise.allSettled(dones)
    return ends.map((end) => (end.status === 'fulfilled' ? end.value : 'FAILED'))
  }

  const idsKept = async () =>
    (await database.rows('select id, seq, revision from fact where seq > 1 order by seq')).map(
      (row) => Object.values(row as object).join(' '),
    )

  /** Has PostgreSQL take its time over the audit entry of a fact's run, and then do something. */
  async function slowly(id: string, then: string): Promise<void> {
    await database.rows(`create function slow() returns trigger language plpgsql as
      $$ begin if new.actor = '${id}' then perform pg_sleep(0.4); ${then} end if; return new; end $$`)
    await database.rows(
      'create trigger slow before insert on audit for each row execute function slow()',
    )
  }

  it('is committed after it, with the segments that differ from what that one wrote', async () => {
    const ends = await inLine(runOf(1, 'x', red), runOf(2, 'y', green), runOf(3, 'z', red))
    expect(ends).toEqual([true, true, true])
    expect(await idsKept()).toEqual(['x 2 2', 'y 3 3', 'z 4 4'])
    const [segments] = await derivedRows(database)
    expect(segments).toHaveLength(1)
    expect(written.standing('a', 4)('indicator/x')).toBe(red.segments)
  })

  it('is sent before that one is answered', async () => {
    await slowly('x', '')
    let sent = 0
    const behind = (commit: (run: CommitRun) => Promise<boolean>) => {
      void commit(runOf(2, 'y', green))
      sent = performance.now()
    }
    await commitRun(connection, written, { ...runOf(1, 'x', red), sent: behind })
    expect(performance.now() - sent).toBeGreaterThan(300)
  })

  it('does not come about where that one fails', async () => {
    const again = runOf(1, 'a-plan', red)
    expect(await inLine(again, runOf(2, 'y', green), runOf(3, 'z', red))).toEqual([
      'FAILED',
      false,
      false,
    ])
    expect(await idsKept()).toEqual([])
    // The connection is as good as before.
    expect(await inLine(runOf(1, 'x', red), runOf(2, 'y', green))).toEqual([true, true])
  })

  it('is refused by its own guards alone where a key has been used', async () => {
    const idempotency = { key: 'k', fingerprint: 'f', answer: {} }
    const withKey = (run: CommitRun): CommitRun => ({
      ...run,
      commits: [{ ...run.commits[0], idempotency }],
    })
    const ends = await inLine(withKey(runOf(1, 'x', red)), withKey(runOf(2, 'y', green)))
    expect(ends).toEqual([true, false])
    expect(await idsKept()).toEqual(['x 2 2'])
    expect(await database.rows('select revision from plan')).toEqual([{ revision: 2 }])
  })

  it('does not take what another server has committed for it', async () => {
    await slowly('x', "raise exception 'no';")
    const ends = inLine(runOf(1, 'x', red), runOf(2, 'y', green))
    await wait(150)
    // Waits for the plan's row, and has it before those behind: the same revision, the same number of facts.
    await database.rows(`with p as (update plan set revision = 2, last_seq = 2 returning plan_id)
      insert into fact select plan_id, 2, 2, 'w', type, effective_on, recorded_at, recorded_by,
        supersedes, subject_kind, subject_code, body from fact join p using (plan_id)`)
    expect(await ends).toEqual(['FAILED', false])
    expect(await idsKept()).toEqual(['w 2 2'])
  })

  it('fails with the connection that both are on, and nothing of them is kept', async () => {
    await slowly('x', '')
    const ends = inLine(runOf(1, 'x', red), runOf(2, 'y', green))
    await wait(150)
    await database.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
    )
    expect(await ends).toEqual(['FAILED', 'FAILED'])
    expect(await idsKept()).toEqual([])
    expect(await inLine(runOf(1, 'x', red), runOf(2, 'y', green))).toEqual([true, true])
  })
})
