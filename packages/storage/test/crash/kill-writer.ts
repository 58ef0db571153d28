import { type ChildProcess, spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { openStorage } from '../../src/index.ts'
import type { TestDatabase } from '../databases.ts'
import { derivedRows } from '../derived-rows.ts'
import { derivedOf } from './derived-of.ts'

/** What a writer said before its end. */
interface Ended {
  /** The last revision that it was told is committed. */
  readonly acknowledged: number
  readonly killed: boolean
  readonly complaint: string
}

/** What a process writes: commits of so many facts, so many of them at once. */
export interface Work {
  readonly size: number
  readonly atOnce: number
}

/** Lets a process write, and calls `strike` so many milliseconds after its first commit. */
export function strikeWriter(
  file: string,
  url: string,
  { size, atOnce }: Work,
  after: number,
  strike: (writer: ChildProcess) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const writer = spawn(process.execPath, [file, url, `${size}`, `${atOnce}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complaint = ''
    writer.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => strike(writer), after)
      said += chunk.toString()
    })
    writer.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    writer.on('close', (_code, signal) => {
      // A line that is cut short was never acknowledged.
      const acknowledged = Number(said.split('\n').at(-2) ?? 0)
      resolve({ acknowledged, killed: signal === 'SIGKILL', complaint })
    })
  })
}

/** Lets a process write, kills it, and answers the last revision it said was committed. */
export async function killWriter(
  file: string,
  url: string,
  work: Work,
  after: number,
): Promise<number> {
  const { acknowledged, killed, complaint } = await strikeWriter(file, url, work, after, (writer) =>
    writer.kill('SIGKILL'),
  )
  if (!killed) throw new Error(`the writer ended by itself: ${complaint}`)
  return acknowledged
}

/** Whether what a database holds of the writer's plan is whole commits, and how many. */
export async function examine(
  database: Pick<TestDatabase, 'dialect' | 'url' | 'rows'>,
  size: number,
) {
  if (database.dialect === 'postgres') await quiet(database)
  const storage = await openStorage({ url: database.url })
  const plan = await storage.loadPlan('a')
  const revision = plan?.revision ?? 0
  const kept = await derivedRows(database)
  await storage.rebuild(derivedOf)
  const rebuilt = await derivedRows(database)
  const answers = await database.rows('select * from answer')
  const commits = await storage.countAudit('a')
  const texts = await storage.textsOf('a')
  await storage.close()
  return {
    revision,
    whole: {
      facts: plan?.facts.length === 1 + (revision - 1) * size,
      commits: commits === revision,
      texts: texts.length === revision - 1,
      answers: answers.length === revision - 1,
      derived: isDeepStrictEqual(kept, rebuilt) && (revision < 2 || kept[0].length === size),
    },
  }
}

/** Waits until the server is done with what the dead client had sent: a commit may still come to its end. */
async function quiet(database: Pick<TestDatabase, 'rows'>): Promise<void> {
  for (;;) {
    const busy = await database.rows(
      "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    )
    if (busy.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
