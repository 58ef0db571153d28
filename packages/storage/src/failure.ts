import type { Text } from '@duban/domain'

/** Why the storage could not do its work. */
export type StorageFailureCode =
  | 'DISK_FULL'
  | 'DISK_FAILED'
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

const texts: Readonly<Record<StorageFailureCode, Text>> = {
  DISK_FULL: {
    zh: '磁盘已满，本次未写入任何内容',
    en: 'the disk is full; nothing of this was written',
  },
  DISK_FAILED: {
    zh: '磁盘读写出错，本次未写入任何内容',
    en: 'the disk failed to read or write; nothing of this was written',
  },
  LOCKED: {
    zh: '数据库被其他进程占用，本次未写入任何内容，请稍后重试',
    en: 'another process holds the database; nothing of this was written, try again',
  },
  READ_ONLY: {
    zh: '数据库文件或其目录只读，无法写入',
    en: 'the database or its folder is read-only',
  },
  CONNECTION_LOST: {
    zh: '与数据库的连接中断，请检查后重试',
    en: 'the connection to the database is lost; check it and try again',
  },
  CANNOT_OPEN: { zh: '无法打开数据库', en: 'the database cannot be opened' },
  NEWER_VERSION: {
    zh: '数据库由更新版本的程序建立，请升级后再打开',
    en: 'the database was made by a newer version; upgrade before opening it',
  },
  CORRUPT: { zh: '数据库文件已损坏', en: 'the file is not a sound database' },
  DUPLICATE_FACT: {
    zh: '计划中已有相同编号的事实',
    en: 'the plan already has a fact of the same id',
  },
  BAD_CURSOR: { zh: '游标无效', en: 'not a cursor of this list' },
  BAD_REQUEST: { zh: '请求无效', en: 'the request is not valid' },
  NOT_SUPPORTED: { zh: '此数据库不支持该操作', en: 'this database does not offer that' },
  UNEXPECTED: { zh: '数据库出现意外错误', en: 'the database failed unexpectedly' },
}

/** A StorageFailure with the catalogue's text; `detail` is put behind it. */
export function failure(
  code: StorageFailureCode,
  detail?: string,
  cause?: unknown,
): StorageFailure {
  const { zh, en = zh } = texts[code]
  const text =
    detail === undefined ? { zh, en } : { zh: `${zh}：${detail}`, en: `${en}: ${detail}` }
  return new StorageFailure(code, text, cause)
}
