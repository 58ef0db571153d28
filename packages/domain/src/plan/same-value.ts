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
  const keys = definedKeys(left)
  return (
    keys.length === definedKeys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  )
}

type Plain = Readonly<Record<string, unknown>>

function definedKeys(value: Plain): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}
