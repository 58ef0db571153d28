import { Tokenizer, TokenParser } from '@streamparser/json'

/** Reads JSON as it comes, in pieces of any size. */
export interface JsonValues {
  /** Reads on; answers the values that ended there, or what is wrong. */
  readonly read: (text: string) => JsonRead
  /** There is no more; answers as `read` does. */
  readonly end: () => JsonRead
}

export type JsonRead =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly values: readonly unknown[]; readonly detail: string }

/** The elements of an array, or values in a row, with every number as the digits that were written. */
export function jsonValues(of: 'ARRAY' | 'ROW'): JsonValues {
  const tokenizer = new DigitsTokenizer(of === 'ROW' ? { separator: '' } : {})
  const parser = new TokenParser(
    of === 'ROW' ? { paths: ['$'], separator: '' } : { paths: ['$.*'], keepStack: false },
  )
  let values: unknown[] = []
  let detail: string | null = null
  const fail = ({ message }: Error) => {
    detail ??= message
  }
  tokenizer.onToken = (token) => parser.write(token)
  tokenizer.onError = fail
  tokenizer.onEnd = () => undefined
  parser.onError = fail
  parser.onEnd = () => undefined
  parser.onValue = ({ value }) => values.push(value)
  const take = (): JsonRead => {
    const taken = values
    values = []
    return detail === null ? { ok: true, values: taken } : { ok: false, values: taken, detail }
  }
  return {
    read: (text) => {
      if (detail === null) tokenizer.write(text)
      return take()
    },
    end: () => {
      if (detail === null && !tokenizer.isEnded) tokenizer.end()
      if (detail === null && !parser.isEnded) parser.end()
      return take()
    },
  }
}

/** Gives numbers as they were written: 0.10 stays 0.10, and twenty digits stay twenty. */
class DigitsTokenizer extends Tokenizer {
  protected override parseNumber(digits: string): number {
    // The parser hands on whatever this answers, as a value of unknown type.
    return digits as unknown as number
  }
}
