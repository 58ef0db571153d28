import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { schema } from '../schema/schema.ts'

/** Names what answers are made by: the version of this server, and its schema. The same on every server of a release. */
export function readRelease(): string {
  const file = new URL('../../package.json', import.meta.url)
  // The server’s own package: it has a version.
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  const printed = createHash('sha256').update(printSchema(schema)).digest('base64url')
  return `${version} ${printed}`
}
