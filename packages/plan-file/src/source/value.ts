import {
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Path } from '../issue/issue.ts'
import type { Fault } from './fault.ts'
import type { PlanFileLimits } from './limits.ts'
import { sourceNumber } from './number.ts'

/** The plain value of a node: mappings, lists, texts, booleans, null, and numbers as their source text. */
export function readValue(
  root: ParsedNode,
  limits: PlanFileLimits,
): {
  readonly value: unknown
  readonly faults: readonly Fault[]
} {
  const faults: Fault[] = []
  const reading: Reading = { faults, limit: limits.inner }
  return { value: read(root, [], reading), faults }
}

interface Reading {
  readonly faults: Fault[]
  readonly limit: number
}

function read(node: ParsedNode | null, path: Path, reading: Reading): unknown {
  if (isMap<Scalar, ParsedNode | null>(node)) return readMapping(node, path, reading)
  if (isSeq<ParsedNode>(node)) return readList(node, path, reading)
  return isScalar(node) ? readScalar(node) : null
}

function readScalar({ type, value, source }: Scalar): unknown {
  const number = type === 'PLAIN' && (typeof value === 'number' || typeof value === 'bigint')
  return number ? sourceNumber(source ?? String(value)) : value
}

function readList(node: YAMLSeq<ParsedNode>, path: Path, reading: Reading): unknown[] {
  const count = node.items.length
  // The lists of the file itself are as long as they need to be.
  if (path.length > 1 && count > reading.limit) {
    reading.faults.push({
      offset: node.range?.[0] ?? 0,
      path,
      code: 'LIST_TOO_LONG',
      params: { count, limit: reading.limit },
    })
    return []
  }
  return node.items.map((child, place) => read(child, [...path, place], reading))
}

function readMapping(
  node: YAMLMap<Scalar, ParsedNode | null>,
  path: Path,
  reading: Reading,
): Record<string, unknown> {
  const values = new Map<string, unknown>()
  const places = new Map<string, number>()
  for (const { key: keyNode, value } of node.items) {
    const key = String(keyNode.value)
    const offset = keyNode.range?.[0] ?? 0
    const first = places.get(key)
    if (first === undefined) {
      places.set(key, offset)
      values.set(key, read(value, [...path, key], reading))
    } else {
      reading.faults.push({
        offset,
        path: [...path, key],
        code: 'DUPLICATE_KEY',
        params: { found: key },
        first,
      })
    }
  }
  // fromEntries defines own properties, so that a key `__proto__` is a key like any other.
  return Object.fromEntries(values)
}
