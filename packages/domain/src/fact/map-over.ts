/**
 * A map with the entries of another and its own in their place or after them: of thousands of entries a few are copied.
 * The other one must not change.
 */
export class MapOver<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>
  readonly #own: Map<K, V>
  #size: number

  constructor(before: ReadonlyMap<K, V>) {
    const [base, own] = MapOver.layersOf(before)
    // As many are copied as there are maps between two copies of all.
    const isMany = own.size * own.size > base.size
    this.#base = isMany ? merged(base, own) : base
    this.#own = new Map(isMany ? [] : own)
    this.#size = before.size
  }

  /** The two maps that a map is read from, its own entries last. */
  static layersOf<K, V>(map: ReadonlyMap<K, V>): Layers<K, V> {
    return map instanceof MapOver ? [map.#base, map.#own] : [map, new Map<K, V>()]
  }

  get size(): number {
    return this.#size
  }

  get(key: K): V | undefined {
    return this.#own.get(key) ?? this.#base.get(key)
  }

  has(key: K): boolean {
    return this.#own.has(key) || this.#base.has(key)
  }

  set(key: K, value: V): void {
    if (!this.has(key)) this.#size++
    this.#own.set(key, value)
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#own.get(key) ?? value]
    for (const entry of this.#own) if (!this.#base.has(entry[0])) yield entry
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this)
  }
}

type Layers<K, V> = readonly [base: ReadonlyMap<K, V>, own: ReadonlyMap<K, V>]

/** Of a map the engine makes a copy at once; what is set in it again keeps its place. */
function merged<K, V>(base: ReadonlyMap<K, V>, own: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const all = new Map(base)
  for (const [key, value] of own) all.set(key, value)
  return all
}

/** The keys under which two maps hold different values: of two over the same map only their own are looked at. */
export function differingKeys<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): ReadonlySet<K> {
  const differing = new Set<K>()
  if (a === b) return differing
  const [baseOfA, ownOfA] = MapOver.layersOf(a)
  const [baseOfB, ownOfB] = MapOver.layersOf(b)
  for (const map of baseOfA === baseOfB ? [ownOfA, ownOfB] : [a, b]) {
    for (const key of map.keys()) if (a.get(key) !== b.get(key)) differing.add(key)
  }
  return differing
}
