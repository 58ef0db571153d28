import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fact, Plan } from '@duban/domain'
import { type AuditEntry, openStorage, type PlanCommit, type Storage } from '@duban/storage'
import Database from 'better-sqlite3'

/** A folder that is gone when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The storage on a file of its own. */
export function openFile(file: string, cacheBytes?: number): Promise<Storage> {
  return openStorage({ url: `file:${file}`, ...(cacheBytes === undefined ? {} : { cacheBytes }) })
}

/** The audit entry of what is committed without the server. */
export const audit: AuditEntry = {
  at: '2021-02-01T00:00:00.000Z',
  actor: 'bench',
  command: 'importPlan',
  reason: null,
  summary: {},
}

/** A plan's first commit. */
export function adoption(plan: Plan, facts: readonly Fact[]): PlanCommit {
  return { plan: plan.code, baseRevision: 0, facts, audit }
}

/**
 * The peer: better-sqlite3 with nothing in between, on a file with the storage's own tables and settings, so that
 * keys, indexes and durability are the same.
 */
export async function openBare(file: string): Promise<Database.Database> {
  await (await openFile(file)).close()
  const driver = new Database(file)
  driver.pragma('journal_mode = WAL')
  driver.pragma('synchronous = FULL')
  driver.pragma('cache_size = -65536')
  return driver
}

/** Inserts one fact by a prepared statement. */
export function bareInsert(
  driver: Database.Database,
): (plan: string, seq: number, fact: Fact) => void {
  const insert = driver.prepare(`
    insert into fact (plan_id, seq, revision, id, type, effective_on, recorded_at, recorded_by,
      supersedes, subject_kind, subject_code, body)
    values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  return (plan, seq, fact) => {
    const of = fact.type === 'OBSERVATION' ? fact.of : { kind: fact.type, code: fact.id }
    insert.run(
      plan,
      seq,
      fact.id,
      fact.type,
      fact.effectiveOn,
      fact.recordedAt,
      fact.recordedBy,
      fact.supersedes ?? null,
      of.kind,
      of.code,
      JSON.stringify(fact),
    )
  }
}
