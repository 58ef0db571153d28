import { describe, expect, it } from 'vitest'
import { waitOf } from './retry.ts'

describe('waitOf', () => {
  it('doubles from half a second to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempt) =>
      waitOf({ attempt, retryMs: null }, 0),
    )
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('takes off up to a half', () => {
    expect(waitOf({ attempt: 1, retryMs: null }, 1)).toBe(250)
    expect(waitOf({ attempt: 1, retryMs: null }, 0.5)).toBe(375)
  })

  it('begins with what the server wishes', () => {
    expect(waitOf({ attempt: 1, retryMs: 3000 }, 0)).toBe(3000)
    expect(waitOf({ attempt: 9, retryMs: 3000 }, 0)).toBe(30_000)
    expect(waitOf({ attempt: 1, retryMs: 60_000 }, 0)).toBe(60_000)
  })
})
