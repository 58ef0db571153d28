import { readFile } from 'node:fs/promises'
import type { Text } from '@duban/domain'
import { type CommandResult, refused } from './terminal.ts'

/** A file's bytes, or the refusal that says why it cannot be read. */
export async function readBytes(
  file: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly refusal: CommandResult }> {
  try {
    return { bytes: await readFile(file) }
  } catch (error) {
    return { refusal: cannotRead(file)(error) }
  }
}

/** The refusal of a file that cannot be read. */
export function cannotRead(file: string): (error: unknown) => CommandResult {
  return (error) => refused('CANNOT_READ', saying(file, error, notRead))
}

/** The refusal of a file that cannot be written. */
export function cannotWrite(file: string): (error: unknown) => CommandResult {
  return (error) => refused('CANNOT_WRITE', saying(file, error, notWritten))
}

const notRead = { zh: '无法读取', en: 'cannot be read' }
const notWritten = { zh: '无法写入', en: 'cannot be written' }

const causes: Readonly<Record<string, Required<Text>>> = {
  ENOENT: { zh: '文件或目录不存在', en: 'no such file or folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EEXIST: { zh: '已有同名文件', en: 'it is there already' },
  ENOTDIR: { zh: '路径中有一段不是目录', en: 'part of the path is no folder' },
  EISDIR: { zh: '这是一个目录', en: 'is a folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EROFS: { zh: '只读的文件系统', en: 'the file system is read-only' },
}

function saying(file: string, error: unknown, what: Required<Text>): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const cause = causes[code] ?? { zh: code, en: code }
  return { zh: `${file}：${what.zh}，${cause.zh}`, en: `${file}: ${what.en}, ${cause.en}` }
}
