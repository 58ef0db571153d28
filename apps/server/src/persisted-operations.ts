import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Text } from '@duban/domain'
import { tabs } from './graphiql/tabs.ts'

/** Documents by the SHA-256 of their text, by which clients ask for them. */
export type Operations = ReadonlyMap<string, string>

/** The operations of a file, or why there are none. */
export type OperationsRead =
  | { readonly ok: true; readonly operations: Operations }
  | { readonly ok: false; readonly problem: Text }

/**
 * Reads a file of persisted operations: a JSON object of documents by id, as the compilers of Relay and of GraphQL
 * Code Generator write it. GraphiQL's worked queries are always among them, by the SHA-256 of their text.
 */
export async function readOperations(file: string | null): Promise<OperationsRead> {
  const worked = tabs.map(({ query }) => [sha256(query), query] as const)
  if (file === null) return { ok: true, operations: new Map(worked) }
  const refused = (zh: string, en: string): OperationsRead => ({
    ok: false,
    problem: { zh: `${file}：${zh}`, en: `${file}: ${en}` },
  })
  let read: unknown
  try {
    read = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    return error instanceof SyntaxError
      ? refused('不是 JSON', 'is not JSON')
      : refused('无法读取', 'cannot be read')
  }
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
  const documents = entries.filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  if (entries.length === 0 || documents.length < entries.length) {
    return refused('应为“编号: 查询文本”的 JSON 对象', 'must be a JSON object of documents by id')
  }
  return { ok: true, operations: new Map([...worked, ...documents]) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
