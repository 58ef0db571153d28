import type { Text } from '@duban/domain'

/** Why the storage could not do its work. */
export type StorageFailureCode =
  | 'DISK_FULL'
  | 'LOCKED'
  | 'READ_ONLY'
  | 'CONNECTION_LOST'
  | 'CANNOT_OPEN'
  | 'NEWER_VERSION'
  | 'CORRUPT'
  | 'DUPLICATE_FACT'
  | 'BAD_CURSOR'
  | 'BAD_REQUEST'
  | 'NOT_SUPPORTED'
  | 'UNEXPECTED'

/** The one thing a Storage rejects with: a code, and one line in both languages. Nothing was half done. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  readonly code: StorageFailureCode
  readonly text: Text

  constructor(code: StorageFailureCode, text: Text, cause?: unknown) {
    super(text.en ?? text.zh, cause === undefined ? undefined : { cause })
    this.code = code
    this.text = text
  }
}
