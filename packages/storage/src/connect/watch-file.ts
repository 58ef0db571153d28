import Database from 'better-sqlite3'
import type { CommitNotice } from '../contract/commit.ts'

const pollEvery = 100

/** Asks a SQLite file, on a connection of its own, whether anyone has committed since the last time. */
export function watchFile(
  file: string,
  heard: (notice: CommitNotice | 'CATCH_UP') => void,
): () => Promise<void> {
  const driver = new Database(file, { readonly: true })
  const version = driver.prepare('PRAGMA data_version').pluck()
  let last = version.get()
  const timer = setInterval(() => {
    const now = version.get()
    if (now === last) return
    last = now
    heard('CATCH_UP')
  }, pollEvery)
  timer.unref()
  return async () => {
    clearInterval(timer)
    driver.close()
  }
}
