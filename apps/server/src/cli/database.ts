import { mkdir } from 'node:fs/promises'
import { openStorage, type Storage, StorageFailure, type StorageOptions } from '@duban/storage'
import { readSettings } from '../settings/read-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandResult, Terminal } from './terminal.ts'

/** Does a command's work on the database that the environment names, and closes it whatever comes. */
export async function withDatabase(
  terminal: Terminal,
  work: (storage: Storage, settings: Settings) => Promise<CommandResult>,
  options: Pick<StorageOptions, 'cacheBytes'> = {},
): Promise<CommandResult> {
  const read = readSettings(terminal.env)
  if (!read.ok) return { ok: false, code: 'BAD_SETTINGS', reasons: read.problems }
  const storage = await openDatabase(read.settings, options)
  try {
    return await work(storage, read.settings)
  } finally {
    await storage.close()
  }
}

/** Opens the database of the settings, migrated; makes the data folder where it is not there. */
export async function openDatabase(
  { databaseUrl, replicaUrl, dataDir }: Settings,
  options: Pick<StorageOptions, 'cacheBytes'> = {},
): Promise<Storage> {
  if (databaseUrl !== null) {
    return openStorage({
      ...options,
      url: databaseUrl,
      ...(replicaUrl === null ? {} : { replicaUrl }),
    })
  }
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new StorageFailure(
      'CANNOT_OPEN',
      { zh: `无法创建数据目录 ${dataDir}`, en: `cannot make the data folder ${dataDir}` },
      cause,
    )
  })
  return openStorage({ ...options, dataDir })
}
