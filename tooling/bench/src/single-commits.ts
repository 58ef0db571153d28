import { randomUUID } from 'node:crypto'
import type { Fact, Observation } from '@duban/domain'
import { deriveRows } from '@duban/server/dist/writing/derived-rows.js'
import { write } from '@duban/server/dist/writing/write.js'
import type { Storage } from '@duban/storage'
import { byWriters } from './by-writers.ts'
import { adoption } from './database.ts'
import { type Subject, underCode } from './plans.ts'
import { actor, reportOf } from './reports-at-once.ts'

/** A plan in a storage, and reports on it that are not there yet. */
export interface Waiting {
  readonly storage: Storage
  readonly plan: string
  readonly reports: readonly Observation[]
  /** How many of them have been committed. */
  next: number
}

/** Puts a plan into a storage, its segments with it, but for the last reports on subjects of a kind. */
export async function withoutLast(
  storage: Storage,
  code: string,
  subject: Subject,
  kind: Observation['of']['kind'],
  count: number,
): Promise<Waiting> {
  const { plan, facts } = underCode(subject, code)
  const observations = facts.facts.filter((fact) => fact.type === 'OBSERVATION')
  const reports = observations.filter(({ of }) => of.kind === kind).slice(-count)
  const waiting = new Set<Fact>(reports)
  const before = facts.facts.filter((fact) => !waiting.has(fact))
  const rows = deriveRows({ code, revision: 1, facts: before })
  await storage.commit({ ...adoption(plan, before), ...rows, replaceTimelines: true })
  await storage.loadPlan(code)
  return { storage, plan: code, reports, next: 0 }
}

/** So many reports by so many writers: each decided, with its timelines and its audit entry, and durable. */
export function commitSome(waiting: Waiting, writers: number, count: number): Promise<void> {
  return byWriters(writers, count, () => commitOne(waiting))
}

async function commitOne(waiting: Waiting): Promise<void> {
  const report = waiting.reports[waiting.next++]
  if (report === undefined) throw new Error('no reports are left')
  const outcome = await write(waiting.storage, {
    plan: waiting.plan,
    command: reportOf([report]),
    actor,
    now: new Date().toISOString(),
    newId: randomUUID,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome).slice(0, 500))
}

/** Time that a server takes to be as fast as it stays. */
const WARM_UP = 8_000

/** Commits reports of a plan that nothing is measured of, by one and by many writers in turns, until the server is warm. */
export async function warmUp(waiting: Waiting, writers: number): Promise<void> {
  const start = performance.now()
  const enough = () => performance.now() - start > WARM_UP
  while (!enough() && waiting.reports.length - waiting.next >= 2 * writers) {
    await commitSome(waiting, 1, writers)
    await commitSome(waiting, writers, writers)
  }
}
