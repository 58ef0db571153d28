import { createHash } from 'node:crypto'
import type { WriteRequest } from './write.ts'

/** A digest of who asks for what: the same for the same request, whatever the order of its fields. */
export function fingerprintOf({ command, actor }: Pick<WriteRequest, 'command' | 'actor'>): string {
  const text = JSON.stringify([actor.name, command], (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value,
  )
  return createHash('sha256').update(text).digest('base64url')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
