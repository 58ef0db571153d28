/** Whether two plain values (what JSON holds) are equal; a property without a value is as one that is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, at) => sameValue(value, b[at]))
    )
  }
  const [left, right] = [a as Plain, b as Plain]
  return (
    Object.keys(left).every((key) => sameValue(left[key], ownValue(right, key))) &&
    Object.keys(right).every((key) => right[key] === undefined || Object.hasOwn(left, key))
  )
}

type Plain = Readonly<Record<string, unknown>>

function ownValue(value: Plain, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
