import type { Ledger } from './ledger.ts'

/** Values by the first of the things they are made from; see madeFrom. */
export type Made<T> = WeakMap<object, { readonly sources: readonly unknown[]; readonly value: T }>

/**
 * A value that is made from some lists of facts and from nothing else: the same lists give the value made before,
 * whichever ledger asks. What is made of lists that only some views see goes with the ledger. The value must not hold
 * a ledger: it would hold all facts that were known when it was made.
 */
export function madeFrom<T extends object | undefined>(
  made: Made<T>,
  { unsettled, own }: Ledger,
  sources: readonly [object, ...unknown[]],
  make: () => T,
): T {
  // What is kept under a key is made by whoever made the key.
  const here = own.get(made) as Made<T> | undefined
  for (const kept of here === undefined ? [made] : [made, here]) {
    const known = kept.get(sources[0])
    if (known !== undefined && areSame(known.sources, sources)) return known.value
  }
  const value = make()
  const entry = { sources, value }
  if (!sources.some((source) => unsettled.has(source))) made.set(sources[0], entry)
  else {
    if (value !== undefined) unsettled.add(value)
    if (here === undefined) own.set(made, new WeakMap([[sources[0], entry]]))
    else here.set(sources[0], entry)
  }
  return value
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
