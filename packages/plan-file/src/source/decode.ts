import type { Fault } from './fault.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** The text of a file, without its byte order mark, or why it is none. */
export function decode(
  source: string | Uint8Array,
  limit: number,
): { readonly text: string } | { readonly fault: Fault; readonly text: string } {
  const bytes = typeof source === 'string' ? sizeOf(source, limit) : source.byteLength
  if (bytes > limit)
    return { fault: { offset: 0, code: 'TOO_LARGE', params: { bytes, limit } }, text: '' }
  if (typeof source !== 'string') return decodeBytes(source)
  return { text: source.startsWith(BYTE_ORDER_MARK) ? source.slice(1) : source }
}

function sizeOf(text: string, limit: number): number {
  // Every UTF-16 unit takes at least one byte, so that a text too long is not encoded to be refused.
  return text.length > limit ? text.length : new TextEncoder().encode(text).byteLength
}

function decodeBytes(
  bytes: Uint8Array,
): { readonly text: string } | { readonly fault: Fault; readonly text: string } {
  const text = decodeStrictly(bytes, false)
  if (text !== undefined) return { text }
  const good = longestGoodPrefix(bytes)
  const before = decodeStrictly(bytes.subarray(0, good), true) ?? ''
  const mark = bytes[0] === 0xef && good >= 3 ? 3 : 0
  const first = bytes[mark + new TextEncoder().encode(before).byteLength]
  const byte = first?.toString(16).padStart(2, '0') ?? ''
  return { fault: { offset: before.length, code: 'NOT_UTF8', params: { byte } }, text: before }
}

function decodeStrictly(bytes: Uint8Array, partial: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial })
  } catch {
    return undefined
  }
}

/** Length of the longest prefix that is UTF-8 but for a character cut at its end. */
function longestGoodPrefix(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.byteLength + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodeStrictly(bytes.subarray(0, middle), true) === undefined) bad = middle
    else good = middle
  }
  return good
}
