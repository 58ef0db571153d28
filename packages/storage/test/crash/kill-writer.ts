import { spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { openStorage } from '../../src/index.ts'
import type { TestDatabase } from '../databases.ts'
import { timelinesOf } from './timelines-of.ts'

/**
 * Lets a process write commits of so many facts, kills it so many milliseconds after its first one, and answers
 * the last revision it said was committed.
 */
export function killWriter(
  file: string,
  url: string,
  size: number,
  after: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [file, url, `${size}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complaint = ''
    writer.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => writer.kill('SIGKILL'), after)
      said += chunk.toString()
    })
    writer.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    writer.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${complaint}`))
      // A line that is cut short was never acknowledged.
      else resolve(Number(said.split('\n').at(-2)))
    })
  })
}

/** Whether what a database holds of the writer's plan is whole commits, and how many. */
export async function examine(database: TestDatabase, size: number) {
  if (database.dialect === 'postgres') await quiet(database)
  const storage = await openStorage({ url: database.url })
  const plan = await storage.loadPlan('a')
  const revision = plan?.revision ?? 0
  const kept = await database.rows(segments)
  await storage.rebuild(timelinesOf)
  const rebuilt = await database.rows(segments)
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
      segments: isDeepStrictEqual(kept, rebuilt) && (revision < 2 || kept.length === size),
    },
  }
}

/** Waits until the server is done with what the dead client had sent: a commit may still come to its end. */
async function quiet(database: TestDatabase): Promise<void> {
  for (;;) {
    const busy = await database.rows(
      "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    )
    if (busy.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const segments = 'select * from segment order by plan_id, commitment, from_day'
