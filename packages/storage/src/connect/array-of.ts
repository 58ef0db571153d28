import type { DriverValueEncoder } from 'drizzle-orm'

/** PostgreSQL's numbers for the types that arrays are sent of. */
const typeNumbers = { text: 25, json: 114 } as const

/** The type that values of a PostgreSQL type are sent as in an array: JSON as it is, all others as their text. */
export function elementOf(type: string): keyof typeof typeNumbers {
  return type === 'json' ? 'json' : 'text'
}

/** Takes one member out of rows, as an array in PostgreSQL's binary form: the driver passes a Buffer on as it is. */
export function arrayOf(member: string, type: string): DriverValueEncoder<unknown, Buffer> {
  const element = elementOf(type)
  return {
    mapToDriverValue: (given) => {
      // A placeholder's value has no type; the one for rows is given rows.
      const rows = given as readonly Readonly<Record<string, unknown>>[]
      // Dimensions, whether there are nulls, type, length, first index; then each value behind its length in bytes.
      const head = [1, 1, typeNumbers[element], rows.length, 1]
      let bytes: Buffer = Buffer.allocUnsafe(wordSize * head.length + likelySize * rows.length)
      let at = 0
      for (const word of head) at = bytes.writeInt32BE(word, at)
      for (const row of rows) {
        const text = textOf(row[member], element)
        bytes = withRoom(bytes, at, wordSize + mostBytes * (text?.length ?? 0))
        const length = text === null ? -1 : bytes.write(text, at + wordSize)
        at = bytes.writeInt32BE(length, at) + Math.max(length, 0)
      }
      return bytes.subarray(0, at)
    },
  }
}

const wordSize = 4
/** Bytes that a value is likely to take, its length among them: where it is more, there is room for it in time. */
const likelySize = 16
/** Bytes that UTF-8 takes for each unit of a text's length, at the most. */
const mostBytes = 3

function textOf(value: unknown, element: keyof typeof typeNumbers): string | null {
  if (value === null || value === undefined) return null
  // Numbers and booleans are written in JSON as PostgreSQL reads them.
  return element === 'text' && typeof value === 'string' ? value : JSON.stringify(value)
}

/** The bytes, moved to twice the room where there is not enough behind a place. */
function withRoom(bytes: Buffer, at: number, room: number): Buffer {
  if (at + room <= bytes.length) return bytes
  const larger = Buffer.allocUnsafe(2 * (at + room))
  bytes.copy(larger, 0, 0, at)
  return larger
}
