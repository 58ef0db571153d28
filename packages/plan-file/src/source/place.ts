import { isMap, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml'
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

/** Finds what stands at a path. */
export function placeOf(root: ParsedNode, path: Path): Place {
  let place: Place = { path: [], node: root, key: null, offset: root.range[0] }
  for (const step of path) {
    const next = stepInto(place, step)
    if (next === null) return place
    place = { ...next, path: [...place.path, step] }
  }
  return place
}

type Standing = Omit<Place, 'path'>

function stepInto({ node }: Place, step: string | number): Standing | null {
  if (isSeq<ParsedNode>(node) && typeof step === 'number') {
    const child = node.items[step]
    return child === undefined ? null : { node: child, key: null, offset: child.range[0] }
  }
  if (!isMap<Scalar, ParsedNode | null>(node)) return null
  const pair = node.items.find(({ key }) => String(key.value) === step)
  return pair === undefined ? null : placeOfPair(pair)
}

function placeOfPair({ key, value }: Pair<Scalar, ParsedNode | null>): Standing {
  return { node: value, key, offset: value?.range[0] ?? key.range?.[0] ?? 0 }
}

/** Offset of the key at a path, or of the value where it stands under none. */
export function keyOffset({ key, offset }: Place): number {
  return key?.range?.[0] ?? offset
}
