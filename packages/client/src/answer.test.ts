import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './answer.ts'

describe('readAnswer', () => {
  it('reads an answer', () => {
    expect(readAnswer('{"data":{"plan":null}}', 200)).toEqual({ ok: true, data: { plan: null } })
  })

  it('keeps what could be answered beside the errors', () => {
    const errors = [{ message: 'no', path: ['plan'] }]
    expect(readAnswer(JSON.stringify({ data: { plan: null }, errors }), 200)).toEqual({
      ok: false,
      problem: { kind: 'GRAPH', status: 200, errors },
      data: { plan: null },
    })
  })

  it.each([
    ['a page', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without an answer', '{}'],
    ['null and no error', '{"data":null}'],
    ['errors that are none', '{"errors":["no"]}'],
  ])('is a problem when it is %s', (_name, body) => {
    const problem = { kind: 'HTTP', status: 502, body }
    expect(readAnswer(body, 502)).toEqual({ ok: false, problem, data: null })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readAnswer(text, 200).ok).toBe('boolean')
      }),
    )
  })
})
