import { describe, expect, it } from 'vitest'
import { waitOf } from './retry.ts'

describe('waitOf', () => {
  it('doubles from half a second to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempt) => waitOf(attempt, 0))
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('takes off up to a half', () => {
    expect(waitOf(1, 1)).toBe(250)
    expect(waitOf(1, 0.5)).toBe(375)
  })
})
