import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml'
import type { Path } from '../issue/issue.ts'
import type { Fault } from './fault.ts'
import { sourceNumber } from './number.ts'

/** The plain value of a node: mappings, lists, texts, booleans, null, and numbers as their source text. */
export function readValue(root: ParsedNode): {
  readonly value: unknown
  readonly faults: readonly Fault[]
} {
  const faults: Fault[] = []
  return { value: read(root, [], faults), faults }
}

function read(node: ParsedNode | null, path: Path, faults: Fault[]): unknown {
  if (isMap<Scalar, ParsedNode | null>(node)) return readMapping(node, path, faults)
  if (isSeq<ParsedNode>(node)) {
    return node.items.map((child, place) => read(child, [...path, place], faults))
  }
  return isScalar(node) ? readScalar(node) : null
}

function readScalar({ type, value, source }: Scalar): unknown {
  const number = type === 'PLAIN' && (typeof value === 'number' || typeof value === 'bigint')
  return number ? sourceNumber(source ?? String(value)) : value
}

function readMapping(
  node: YAMLMap<Scalar, ParsedNode | null>,
  path: Path,
  faults: Fault[],
): Record<string, unknown> {
  const values = new Map<string, unknown>()
  const places = new Map<string, number>()
  for (const { key: keyNode, value } of node.items) {
    const key = String(keyNode.value)
    const offset = keyNode.range?.[0] ?? 0
    const first = places.get(key)
    if (first === undefined) {
      places.set(key, offset)
      values.set(key, read(value, [...path, key], faults))
    } else {
      faults.push({
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
