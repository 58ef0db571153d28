import { describe, expect, it } from 'vitest'
import { planQueue } from './plan-queue.ts'

const later = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

describe('the queue of a plan', () => {
  it('runs the work on one plan one after another, in order, and other plans meanwhile', async () => {
    const queue = planQueue()
    const log: string[] = []
    const work = (name: string) => async () => {
      log.push(`${name} begins`)
      await later()
      log.push(`${name} ends`)
      return name
    }
    const done = await Promise.all([
      queue('a', work('a1')),
      queue('a', work('a2')),
      queue('b', work('b1')),
    ])
    expect(done).toEqual(['a1', 'a2', 'b1'])
    expect(log.filter((line) => line.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
    ])
    expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'))
  })

  it('goes on after work that fails', async () => {
    const queue = planQueue()
    const failing = queue('a', () => Promise.reject(new Error('no')))
    const next = queue('a', () => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
