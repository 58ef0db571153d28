// Plain JavaScript, as Node runs a thread from a file as it stands: from the sources in tests, from the build elsewhere.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const driver = new Database(workerData, { fileMustExist: true })

parentPort?.on('message', (asked) => {
  if (asked === 'CLOSE') {
    driver.close()
    parentPort?.close()
    return
  }
  try {
    // PASSIVE: nobody who reads or commits is kept from it.
    driver.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // On a full disk the log keeps everything; whoever commits next is told.
  }
})
