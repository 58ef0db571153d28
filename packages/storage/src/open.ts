import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asFailure } from './as-failure.ts'
import type { Connection } from './connect/connection.ts'
import { connectPostgres } from './connect/postgres.ts'
import { connectReplica, type Replica } from './connect/replica.ts'
import { connectSqlite } from './connect/sqlite.ts'
import type { Storage, StorageOptions } from './contract/storage.ts'
import { makeStorage } from './make-storage.ts'

const mebibyte = 1024 * 1024

const ignore = () => undefined

/** Opens the database, brings it to this version and answers the Storage; rejects with a StorageFailure. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  try {
    const connection = await connect(options)
    return makeStorage(connection, options.cacheBytes ?? 256 * mebibyte, replicaOf(options))
  } catch (error) {
    throw asFailure(error)
  }
}

async function connect(options: StorageOptions): Promise<Connection> {
  const { url, dataDir = '.data', busyTimeout = 5000, poolSize = 10 } = options
  const onStatement = options.onStatement ?? ignore
  if (url !== undefined && /^postgres(ql)?:\/\//.test(url)) {
    return await connectPostgres({ url, poolSize, busyTimeout, onStatement })
  }
  const file = url === undefined ? join(dataDir, 'duban.db') : fileOf(url)
  return connectSqlite({ file, busyTimeout, onStatement })
}

function replicaOf(options: StorageOptions): Replica | undefined {
  const { replicaUrl: url, poolSize = 10, busyTimeout = 5000 } = options
  if (url === undefined) return undefined
  return connectReplica({ url, poolSize, busyTimeout, onStatement: options.onStatement ?? ignore })
}

function fileOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '')
}
