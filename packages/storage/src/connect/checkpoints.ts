import { Worker } from 'node:worker_threads'

/** Pages from which on a commit moves the log into the file itself; 40 MB. */
export const mostLogPages = 10_000

/** Rows written between two checkpoints; the commit of a report changes a page for about each of its rows. */
const rowsBetween = 2000

/** Moves what is committed from the log of a SQLite file into the file itself. */
export interface Checkpoints {
  /** Hears of a commit. */
  committed(rows: number): void
  close(): Promise<void>
}

/**
 * Checkpoints on a thread of their own, which starts when the first one is due. One writes every page that commits have
 * changed and waits for the disk twice, and in this thread everybody would wait with it.
 */
export function checkpointsOf(file: string): Checkpoints {
  let thread: ReturnType<typeof startThread> | undefined
  let rows = 0
  return {
    committed: (more) => {
      rows += more
      if (rows < rowsBetween) return
      rows = 0
      thread ??= startThread(file)
      thread.worker.postMessage('CHECKPOINT')
    },
    close: async () => {
      if (thread === undefined) return
      thread.worker.ref()
      thread.worker.postMessage('CLOSE')
      await thread.ended
    },
  }
}

function startThread(file: string) {
  const worker = new Worker(new URL('./checkpoint-thread.js', import.meta.url), {
    workerData: file,
    // What is loaded before the program is not for this thread.
    execArgv: [],
  })
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
  })
  // Without the thread it is commits that move the log, once it has grown.
  worker.on('error', () => undefined)
  worker.unref()
  return { worker, ended }
}
