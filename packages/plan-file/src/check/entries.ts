import type { Path } from '../issue/issue.ts'

/**
 * A mapping of the file that may have anything wrong with it. Checks look only at what has the right type,
 * so that a file's other errors are told together with those of its shape.
 */
export interface Entry {
  readonly path: Path
  readonly fields: Readonly<Record<string, unknown>>
}

/** The mapping at a path, or null for anything else. */
export function entryOf(value: unknown, path: Path): Entry | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  // The checks above leave a mapping, whose keys are texts.
  return { path, fields: value as Record<string, unknown> }
}

/** A text field, or undefined. */
export function textAt({ fields }: Entry, key: string): string | undefined {
  const value = fields[key]
  return typeof value === 'string' ? value : undefined
}

/** The mapping under a key, or null. */
export function entryAt({ fields, path }: Entry, key: string): Entry | null {
  return entryOf(fields[key], [...path, key])
}

/** The mappings of the list under a key. */
export function entriesAt({ fields, path }: Entry, key: string): readonly Entry[] {
  const list = fields[key]
  if (!Array.isArray(list)) return []
  return list.flatMap((value, place) => entryOf(value, [...path, key, place]) ?? [])
}

/** The texts of the list under a key, each with its path. */
export function textsAt({ fields, path }: Entry, key: string): readonly [string, Path][] {
  const list = fields[key]
  if (!Array.isArray(list)) return []
  return list.flatMap((value: unknown, place): [string, Path][] =>
    typeof value === 'string' ? [[value, [...path, key, place]]] : [],
  )
}
