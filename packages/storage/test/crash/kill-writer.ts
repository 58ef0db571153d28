import { spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
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
  const storage = await database.open()
  const plan = await storage.loadPlan('a')
  const revision = plan?.revision ?? 0
  const kept = await database.rows(segments)
  await storage.rebuild(timelinesOf)
  const rebuilt = await database.rows(segments)
  const answers = await database.rows('select * from answer')
  return {
    revision,
    whole: {
      facts: plan?.facts.length === 1 + (revision - 1) * size,
      commits: (await storage.countAudit('a')) === revision,
      texts: (await storage.textsOf('a')).length === revision - 1,
      answers: answers.length === revision - 1,
      segments: isDeepStrictEqual(kept, rebuilt) && (revision < 2 || kept.length === size),
    },
  }
}

const segments = 'select * from segment order by plan_id, commitment, from_day'
