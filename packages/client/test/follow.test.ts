import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHandler } from 'graphql-sse/lib/use/fetch'
import { createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import {
  type Answer,
  createClient,
  type Fetch,
  type FollowOptions,
  type Loss,
  type Problem,
} from '../src/index.ts'
import { count, countingSchema, type Watched, wait } from './counting.ts'

const url = 'http://duban.test/graphql'

function yogaFetch(watched: Watched = { open: 0 }): Fetch {
  const yoga = createYoga({ schema: countingSchema(watched), logging: false, maskedErrors: false })
  return async (to, init) => yoga.fetch(to, init)
}

function sseFetch(watched: Watched = { open: 0 }): Fetch {
  const handle = createHandler({ schema: countingSchema(watched) })
  return async (to, init) => handle(new Request(to, init))
}

interface Counted {
  readonly count: number
}
interface Span {
  readonly after?: number
  readonly to: number
}

/** Everything that following a count gives, in short: the number, or the kind of the problem. */
async function follow(
  fetch: Fetch,
  variables: Span,
  options: FollowOptions<Counted, Span> = {},
): Promise<(number | Problem['kind'])[]> {
  const seen: (number | Problem['kind'])[] = []
  const client = createClient({ url, fetch, random: () => 0 })
  for await (const answer of client.follow(count, variables, options)) seen.push(inShort(answer))
  return seen
}

function inShort(answer: Answer<Counted>): number | Problem['kind'] {
  return answer.ok ? answer.data.count : answer.problem.kind
}

/** The same server, whose stream breaks off after so many characters of its body, the first few times. */
function breaking(fetch: Fetch, after: readonly number[]): Fetch {
  let times = 0
  return async (to, init) => {
    const response = await fetch(to, init)
    const limit = after[times++]
    if (limit === undefined) return response
    const text = (await response.text()).slice(0, limit)
    return new Response(text, { headers: response.headers })
  }
}

describe.each([
  ['GraphQL Yoga', yogaFetch],
  ['graphql-sse', sseFetch],
])('following a subscription of %s', (_name, serve) => {
  it('gives every answer, and ends when it is complete', async () => {
    const opened: number[] = []
    const seen = await follow(serve(), { to: 4 }, { onOpen: (number) => opened.push(number) })
    expect(seen).toEqual([1, 2, 3, 4])
    expect(opened).toEqual([1])
  })

  it('gives an error of the graph as a value, and goes on', async () => {
    expect(await follow(serve(), { after: 3, to: 6 })).toEqual([4, 'GRAPH', 6])
  })

  it('ends with the graph’s refusal of the operation', async () => {
    const seen = await follow(serve(), { to: 'many' as never })
    expect(seen).toEqual(['GRAPH'])
  })

  it('comes back when the stream breaks off, from where the hook says', async () => {
    const losses: Loss<Counted, Span>[] = []
    const opened: number[] = []
    const whole = await (
      await serve()(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query: count.toString(), variables: { to: 4 } }),
      })
    ).text()
    const third = whole.indexOf('"count":3')
    const seen = await follow(
      breaking(serve(), [third, 1, third]),
      { to: 4 },
      {
        onOpen: (number) => opened.push(number),
        onLost: (loss) => {
          losses.push(loss)
          const after = loss.last?.count ?? 0
          return { afterMs: 0, variables: { ...loss.variables, after } }
        },
      },
    )
    expect(seen).toEqual([1, 2, 3, 4])
    expect(opened).toEqual([1, 2, 3])
    expect(losses.map(({ attempt, problem }) => [attempt, problem.kind])).toEqual([
      [1, 'NETWORK'],
      [2, 'NETWORK'],
    ])
    expect(losses.map(({ variables }) => variables)).toEqual([{ to: 4 }, { to: 4, after: 2 }])
  })

  it('gives up when the hook says so', async () => {
    expect(await follow(breaking(serve(), [1]), { to: 4 }, { onLost: () => null })).toEqual([
      'NETWORK',
    ])
  })
})

describe('following', () => {
  it('tries again by itself when a gateway is away, and not when it is refused', async () => {
    let asked = 0
    const served = yogaFetch()
    const restarting: Fetch = async (to, init) =>
      asked++ === 0 ? new Response('away', { status: 503 }) : served(to, init)
    expect(await follow(restarting, { to: 2 })).toEqual([1, 2])
    const refusing: Fetch = async () => new Response('<html>', { status: 404 })
    expect(await follow(refusing, { to: 2 })).toEqual(['HTTP'])
  })

  it('counts a connection without a sign of life as lost', async () => {
    const silent: Fetch = async () =>
      new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
    const problems: Problem[] = []
    const seen = await follow(
      silent,
      { to: 2 },
      {
        silenceMs: 10,
        onLost: ({ problem, attempt }) => {
          problems.push(problem)
          return attempt < 2 ? { afterMs: 0 } : null
        },
      },
    )
    expect(seen).toEqual(['TIMEOUT'])
    expect(problems).toEqual([
      { kind: 'TIMEOUT', afterMs: 10 },
      { kind: 'TIMEOUT', afterMs: 10 },
    ])
  })

  it('sends the id of the last event again', async () => {
    const sent: (string | null)[] = []
    const numbered: Fetch = async (_to, init) => {
      sent.push(new Headers(init.headers).get('last-event-id'))
      const body =
        sent.length < 3 ? `id: ${sent.length}\nevent: next\ndata: {"data":{"count":1}}\n\n` : ''
      return new Response(`${body}${body === '' ? 'event: complete\ndata:\n\n' : ''}`, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8' },
      })
    }
    expect(await follow(numbered, { to: 2 }, { onLost: () => ({ afterMs: 0 }) })).toEqual([1, 1])
    expect(sent).toEqual([null, '1', '2'])
  })

  it('ends when the caller’s signal says so, while it waits for the server or for its turn', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const client = createClient({ url, fetch: yogaFetch() })
    setTimeout(() => controller.abort(), 20)
    const seen = []
    for await (const answer of client.follow(wait, {}, { signal })) seen.push(answer)
    expect(seen).toEqual([{ ok: false, problem: { kind: 'ABORTED' }, data: null }])

    const later = new AbortController()
    const away: Fetch = async () => new Response('', { status: 503 })
    const onLost = () => {
      setTimeout(() => later.abort(), 5)
      return { afterMs: 60_000 }
    }
    expect(await follow(away, { to: 1 }, { signal: later.signal, onLost })).toEqual(['ABORTED'])
  })

  it('lets go of the server, over a real connection, when the loop is left', async () => {
    const watched: Watched = { open: 0 }
    const yoga = createYoga({ schema: countingSchema(watched), logging: false })
    const server = createServer((request, response) => void yoga(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address of this shape.
    const { port } = server.address() as AddressInfo
    try {
      const client = createClient({ url: `http://127.0.0.1:${port}/graphql` })
      const seen: number[] = []
      for await (const answer of client.follow(count, { after: 10, to: 1_000_000_000 })) {
        if (answer.ok) seen.push(answer.data.count)
        if (seen.length === 3) break
      }
      expect(seen).toEqual([11, 12, 13])
      await expect.poll(() => watched.open).toBe(0)
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
