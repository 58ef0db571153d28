/** A value that is computed when first asked for, and once. */
export function lazy<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: compute() }
    return made.value
  }
}

/** What is kept under a key, made when first asked for, and once. */
export function madeOnce<K, V>(
  kept: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** A list by the keys of its members, made when first asked for; a member may have several keys, or none. */
export function lazyGroups<T>(
  list: () => readonly T[],
  keysOf: (member: T) => readonly (string | null | undefined)[],
): (key: string) => readonly T[] {
  const groups = lazy(() => {
    const made = new Map<string, T[]>()
    for (const member of list()) {
      for (const key of new Set(keysOf(member))) {
        if (key === null || key === undefined) continue
        const group = made.get(key)
        if (group === undefined) made.set(key, [member])
        else group.push(member)
      }
    }
    return made
  })
  return (key) => groups().get(key) ?? []
}

/** So many places that hold nothing yet, in any order of filling. */
export function newSlots<T>(count: number): (T | undefined)[] {
  return Array.from({ length: count })
}
