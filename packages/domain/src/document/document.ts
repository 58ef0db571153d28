import type { IsoDate } from '../calendar/date.ts'
import type { Text } from '../text/text.ts'

/** A source text, known by its bytes (文件). Whether the text itself is held is the storage's affair. */
export interface Document {
  readonly code: string
  readonly title: Text
  readonly publisher?: Text
  readonly date?: IsoDate
  /** SHA-256 of the file's bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string
}
