import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventReader, type StreamEvent } from './stream-event.ts'

const readAll = (pieces: readonly string[]): readonly StreamEvent[] => {
  const { take } = createEventReader()
  return pieces.flatMap((piece) => [...take(piece)])
}

describe('createEventReader', () => {
  it.each([
    [
      'a name, an id and two lines',
      'event: next\nid: 7\ndata: a\ndata: b\n\n',
      'next',
      'a\nb',
      '7',
    ],
    ['no name', 'data: a\n\n', 'message', 'a', ''],
    ['no space after the colon', 'data:a\n\n', 'message', 'a', ''],
    ['two spaces after the colon', 'data:  a\n\n', 'message', ' a', ''],
    ['an empty text', 'event: complete\ndata:\n\n', 'complete', '', ''],
    ['a field without a colon', 'data\n\n', 'message', '', ''],
    ['a comment before it', ':\n\n: beat\ndata: a\n\n', 'message', 'a', ''],
    ['a field that nobody knows', 'colour: red\ndata: a\n\n', 'message', 'a', ''],
    ['an id with a null in it', 'id: 1\nid: 2\0\ndata: a\n\n', 'message', 'a', '1'],
    ['a mark of the byte order', '\uFEFFdata: a\n\n', 'message', 'a', ''],
  ])('reads an event with %s', (_name, text, type, data, lastId) => {
    expect(readAll([text])).toEqual([{ type, data, lastId }])
  })

  it('gives no event for a block without data, nor for one that the end cuts off', () => {
    expect(readAll(['event: next\n\n', ':\n\n', 'data: a\n'])).toEqual([])
  })

  it('forgets the name after an event and keeps the id', () => {
    expect(readAll(['event: next\nid: 1\ndata: a\n\ndata: b\n\n'])).toEqual([
      { type: 'next', data: 'a', lastId: '1' },
      { type: 'message', data: 'b', lastId: '1' },
    ])
  })

  it('keeps the id and the wait that a block without data gives', () => {
    const { take, lastId, retryMs } = createEventReader()
    expect([lastId(), retryMs()]).toEqual(['', null])
    expect(take('retry: 3000\nid: 7\n\nretry: soon\nid: 8\n')).toEqual([])
    expect([lastId(), retryMs()]).toEqual(['7', 3000])
  })

  it('gives an event as soon as its last line break is there', () => {
    const { take } = createEventReader()
    expect(take('data: a\r')).toEqual([])
    expect(take('\n\r')).toHaveLength(1)
    expect(take('\ndata: b\r\r')).toHaveLength(1)
  })

  it('reads the same whatever the line breaks are and wherever the pieces fall apart', () => {
    const line = fc.constantFrom(
      'data: a',
      'data: é中',
      'data',
      'event: next',
      'id: 3',
      ': beat',
      '',
    )
    const lineBreak = fc.constantFrom('\n', '\r', '\r\n')
    fc.assert(
      fc.property(fc.array(line), lineBreak, fc.infiniteStream(fc.nat(4)), (lines, end, sizes) => {
        const text = lines.map((one) => one + end).join('')
        const pieces: string[] = []
        for (let from = 0; from < text.length; ) {
          const { value } = sizes.next()
          pieces.push(text.slice(from, from + value))
          from += value
        }
        expect(readAll(pieces)).toEqual(readAll([lines.map((one) => `${one}\n`).join('')]))
      }),
    )
  })
})
