/** A stream of pseudo-random numbers; the same seed and path give the same stream on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  /** True in so many of 100 cases. */
  chance(percent: number): boolean
  /** One of the list, which is not empty. */
  pick<T>(list: readonly T[]): T
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[]
  /** A stream of its own for one name: what is drawn from it changes nothing elsewhere. */
  fork(name: string): Random
}

/** The stream of a seed, for one name. */
export function randomOf(seed: number | string, name = ''): Random {
  return streamOf(`${seed}/${name}`)
}

function streamOf(path: string): Random {
  const next = sfc32(path)
  const int = (low: number, high: number): number =>
    low + Math.floor((next() / 4294967296) * (high - low + 1))
  return {
    int,
    chance: (percent) => int(0, 99) < percent,
    pick: (list) => itemAt(list, int(0, list.length - 1)),
    shuffle: (list) => {
      const rest = [...list]
      return list.map(() => {
        const at = int(0, rest.length - 1)
        const taken = itemAt(rest, at)
        rest.splice(at, 1)
        return taken
      })
    },
    fork: (name) => streamOf(`${path}/${name}`),
  }
}

function itemAt<T>(list: readonly T[], at: number): T {
  const found = list.at(at)
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

/** Chris Doty-Humphrey's sfc32, whole numbers only, so that no machine rounds otherwise. */
function sfc32(path: string): () => number {
  let [a, b, c, counter] = hashOf(path)
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  // The first numbers still show the hash.
  for (let round = 0; round < 12; round++) next()
  return next
}

/** 128 bits of a text, by two passes of FNV-1a's step over its UTF-16 units with differing primes. */
function hashOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x85ebca6b) ^ (b >>> 13)
    b = Math.imul(b ^ unit, 0xc2b2ae35) ^ (c >>> 15)
    c = Math.imul(c ^ unit, 0x27d4eb2f) ^ (d >>> 11)
    d = Math.imul(d ^ unit, 0x165667b1) ^ (a >>> 16)
  }
  return [a | 0, b | 0, c | 0, d | 0]
}
