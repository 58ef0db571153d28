import { createSchema, createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import { streamSessionOf } from './stream-session.ts'
import { useEventStream } from './use-event-stream.ts'

/** A server with one endless subscription of events of 1 000 characters. */
function endless(options: { readonly heartbeatMs?: number; readonly failsAfter?: number } = {}) {
  let made = 0
  let ended = 0
  let over = 0
  async function* count() {
    try {
      while (made < 5000) {
        if (made === options.failsAfter) throw new Error('the source dried up')
        yield { count: String(++made).padStart(1000, '.') }
      }
    } finally {
      ended++
    }
  }
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { a: Int } type Subscription { count: String }',
      resolvers: { Subscription: { count: { subscribe: count } } },
    }),
    logging: false,
    context: ({ request }) => {
      const stream = streamSessionOf(request, '2020-01-01T00:00:00.000Z')
      stream.onEnd(() => {
        over += 1
      })
      return { stream }
    },
    plugins: [
      useEventStream({
        heartbeatMs: options.heartbeatMs ?? 10_000,
        retryMs: 100,
        isClosing: () => false,
      }),
    ],
  })
  const open = async () => {
    const response = await yoga.fetch('http://test/graphql?query=subscription{count}', {
      headers: { accept: 'text/event-stream' },
    })
    const reader = response.body?.getReader()
    if (reader === undefined) throw new Error('a stream has a body')
    return reader
  }
  return { open, made: () => made, ended: () => ended, over: () => over }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('useEventStream', () => {
  it('makes no more events than its reader takes, apart from a few', async () => {
    const { open, made, ended } = endless()
    const reader = await open()
    await reader.read()
    await pause(200)
    const ahead = made()
    expect(ahead).toBeLessThan(200)
    await pause(200)
    expect(made()).toBe(ahead)
    let bytes = 0
    while (bytes < 500_000) {
      const { value, done } = await reader.read()
      if (done) break
      bytes += value.length
    }
    expect(made()).toBeGreaterThan(400)
    expect(made()).toBeLessThan(900)
    await reader.cancel()
    await pause(20)
    expect(ended()).toBe(1)
  })

  it('is over, with all that belongs to it, where its source fails', async () => {
    const { open, made, ended, over } = endless({ failsAfter: 2, heartbeatMs: 10 })
    const reader = await open()
    let told = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      told += new TextDecoder().decode(value)
    }
    const events = told.split('\n\n').filter((event) => event.startsWith('event: '))
    expect(events.map((event) => event.split('\n')[0])).toEqual([
      'event: next',
      'event: next',
      'event: next',
      'event: complete',
    ])
    expect(events[2]).toContain('"errors"')
    expect(told).not.toContain('dried up')
    expect([made(), ended(), over()]).toEqual([2, 1, 1])
  })

  it('begins with how soon to come back', async () => {
    const { open } = endless()
    const reader = await open()
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(first).toMatch(/^retry: 100\n\n/)
    await reader.cancel()
  })
})
