/** The name nearest to what was found, where one is near enough to have been meant. */
export function nearest(found: string, names: Iterable<string>): string | undefined {
  const plain = bare(found)
  // A third of its letters may be wrong, but not all of them.
  let best: string | undefined
  let least = Math.min(plain.length, Math.max(1, Math.floor(plain.length / 3)) + 1)
  for (const name of names) {
    const distance = distanceOf(plain, bare(name), least)
    if (distance < least) {
      best = name
      least = distance
    }
  }
  return best
}

/** Without the ways in which spellings of one name differ: `due_on`, `DueOn` and `dueOn`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, '')
}

/** The start of a long name is as near to it as one wrong letter. */
function distanceOf(found: string, name: string, limit: number): number {
  if (found.length >= 4 && name.startsWith(found) && name !== found) return Math.min(1, limit)
  return editDistance(found, name, limit)
}

/** Letters to add, drop, change or swap with the next to make one text of another; `limit` for that many and more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 100) return limit
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          (last[column - 1] ?? limit) + (same ? 0 : 1),
          (last[column] ?? limit) + 1,
          (current[column - 1] ?? limit) + 1,
          swapped ? (beforeLast[column - 2] ?? limit) + 1 : limit,
        ),
      )
    }
    if (Math.min(...current) >= limit && Math.min(...last) >= limit) return limit
    beforeLast = last
    last = current
  }
  return last[b.length] ?? limit
}
