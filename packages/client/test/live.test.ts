import { afterAll, describe, expect, it } from 'vitest'
import {
  commitmentChanged,
  createClient,
  type Fetch,
  planChanged,
  reportObservations,
} from '../src/index.ts'
import { serveOffice, url } from './served.ts'

const plan = 'office-2020'

/** The same server, whose streams break off, each somewhat later than the last, and then soon again. */
function breaking(fetch: Fetch): Fetch {
  let streams = 0
  return async (to, init) => {
    const response = await fetch(to, init)
    const reader = response.body?.getReader()
    let left = 200 + 350 * (streams++ % 5)
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const piece = await reader?.read()
        if (piece?.value) controller.enqueue(piece.value.slice(0, left))
        left -= piece?.value?.length ?? 0
        if (!piece || piece.done || left <= 0) {
          controller.close()
          await reader?.cancel()
        }
      },
      cancel: () => reader?.cancel(),
    })
    return new Response(body, { status: response.status, headers: response.headers })
  }
}

describe('following a plan', async () => {
  const { writer, fetch, close } = await serveOffice()
  afterAll(close)

  const days = Array.from({ length: 20 }, (_, at) => `2020-06-${String(at + 1).padStart(2, '0')}`)
  const report = async (effectiveOn: string, value: number): Promise<void> => {
    const of = { code: 'estates' }
    const observations = [
      { of, value: String(value), effectiveOn, reporter: 'housing', state: 'APPROVED' as const },
    ]
    const answer = await writer.ask(reportObservations, { input: { plan, observations } })
    if (answer.data?.reportObservations.__typename !== 'ReportObservationsPayload') {
      throw new Error(JSON.stringify(answer))
    }
  }

  it('gives every write once and in order, however often the stream breaks off', async () => {
    const client = createClient({ url, fetch: breaking(fetch) })
    const revisions: number[] = []
    let losses = 0
    const onLost = () => {
      losses += 1
      return { afterMs: 0 }
    }
    const writing = (async () => {
      for (const [at, day] of days.entries()) await report(day, at + 1)
    })()
    for await (const answer of client.follow(planChanged, { code: plan, since: 1 }, { onLost })) {
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
      revisions.push(answer.data.planChanged.revision)
      if (revisions.length === days.length) break
    }
    await writing
    expect(revisions).toEqual(days.map((_, at) => at + 2))
    expect(losses).toBeGreaterThan(3)
  })

  it('gives the commitments that are not as they were, and is refused what it may not ask', async () => {
    const client = createClient({ url, fetch })
    const filter = { plan: { eq: plan }, kind: { eq: 'INDICATOR' } } as const
    setTimeout(() => void report('2020-07-01', 500), 50)
    for await (const answer of client.follow(commitmentChanged, { filter })) {
      expect(answer).toMatchObject({
        ok: true,
        data: { commitmentChanged: { code: 'indicator/estates', after: { status: 'MET' } } },
      })
      break
    }
    const refused = []
    for await (const answer of client.follow(commitmentChanged, { filter, after: 'no cursor' })) {
      refused.push(answer)
    }
    expect(refused).toMatchObject([{ ok: false, problem: { kind: 'GRAPH' } }])
  })
})
