import type { Storage, StorageOptions } from './contract/storage.ts'
import { StorageFailure } from './failure.ts'

/** Opens the database, brings it to this version and answers the Storage; rejects with a StorageFailure. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  throw new StorageFailure('NOT_SUPPORTED', {
    zh: `尚不支持：${options.url ?? ''}`,
    en: `not supported yet: ${options.url ?? ''}`,
  })
}
