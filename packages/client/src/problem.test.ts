import { describe, expect, it } from 'vitest'
import { codeOf, isPassing, type Problem, problemOf } from './problem.ts'

describe('a problem', () => {
  it.each<[boolean, Problem]>([
    [true, { kind: 'NETWORK', message: 'reset' }],
    [true, { kind: 'TIMEOUT', afterMs: 1 }],
    [true, { kind: 'HTTP', status: 502, body: '' }],
    [true, { kind: 'HTTP', status: 429, body: '' }],
    [true, { kind: 'GRAPH', status: 503, errors: [] }],
    [false, { kind: 'HTTP', status: 404, body: '' }],
    [false, { kind: 'GRAPH', status: 200, errors: [] }],
    [false, { kind: 'ABORTED' }],
  ])('passes by itself: %s, for %o', (passes, problem) => {
    expect(isPassing(problem)).toBe(passes)
  })

  it('has the code of its first error', () => {
    const errors = [{ message: 'no', extensions: { code: 'COST_LIMIT' } }]
    expect(codeOf({ kind: 'GRAPH', status: 400, errors })).toBe('COST_LIMIT')
    expect(codeOf({ kind: 'GRAPH', status: 400, errors: [{ message: 'no' }] })).toBeNull()
    expect(codeOf({ kind: 'ABORTED' })).toBeNull()
  })

  it('tells the cause that fetch hides', () => {
    const thrown = new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })
    expect(problemOf(thrown)).toEqual({ kind: 'NETWORK', message: 'fetch failed: ECONNREFUSED' })
    expect(problemOf('odd')).toEqual({ kind: 'NETWORK', message: 'odd' })
  })
})
