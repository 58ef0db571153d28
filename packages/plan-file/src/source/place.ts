import { isMap, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml'
import type { Path } from '../issue/issue.ts'

/** What stands at the end of a path, as far as the file has it. */
export interface Place {
  /** The path as far as the file has it: where it is cut, the node is the nearest one above. */
  readonly path: Path
  readonly node: ParsedNode | null
  /** The key it stands under; null for a list's element and for the whole file. */
  readonly key: Scalar | null
  readonly offset: number
}

/** Finds what stands at paths of one file. */
export function placesIn(root: ParsedNode): (path: Path) => Place {
  const pairOf = pairsByKey()
  return (path) => {
    let place: Place = { path: [], node: root, key: null, offset: root.range[0] }
    for (const step of path) {
      const next = stepInto(place.node, step, pairOf)
      if (next === null) return place
      place = { ...next, path: [...place.path, step] }
    }
    return place
  }
}

type Mapping = YAMLMap<Scalar, ParsedNode | null>
type PairOf = (node: Mapping, key: string) => Pair<Scalar, ParsedNode | null> | undefined

/** Finds pairs by key; the keys of a mapping are gone through once, however often it is asked. */
function pairsByKey(): PairOf {
  const known = new WeakMap<Mapping, Map<string, Pair<Scalar, ParsedNode | null>>>()
  return (node, key) => {
    const pairs = known.get(node) ?? new Map<string, Pair<Scalar, ParsedNode | null>>()
    if (!known.has(node)) {
      known.set(node, pairs)
      // Of a key that stands twice the first counts.
      for (const pair of node.items.toReversed()) pairs.set(String(pair.key.value), pair)
    }
    return pairs.get(key)
  }
}

type Standing = Omit<Place, 'path'>

function stepInto(node: ParsedNode | null, step: string | number, pairOf: PairOf): Standing | null {
  if (isSeq<ParsedNode>(node) && typeof step === 'number') {
    const child = node.items[step]
    return child === undefined ? null : { node: child, key: null, offset: child.range[0] }
  }
  if (!isMap<Scalar, ParsedNode | null>(node)) return null
  const pair = pairOf(node, String(step))
  return pair === undefined ? null : placeOfPair(pair)
}

function placeOfPair({ key, value }: Pair<Scalar, ParsedNode | null>): Standing {
  return { node: value, key, offset: value?.range[0] ?? key.range?.[0] ?? 0 }
}

/** Offset of the key at a path, or of the value where it stands under none. */
export function keyOffset({ key, offset }: Place): number {
  return key?.range?.[0] ?? offset
}
