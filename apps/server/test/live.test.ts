import type { Command } from '@duban/domain'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signToken } from '../src/auth/sign-token.ts'
import { write } from '../src/writing/write.ts'
import { type EventStream, openStream } from './support/event-stream.ts'
import { officePlan } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'

const tested = await testServer({ settings: { heartbeatMs: 100 }, limits: { subscriptions: 5 } })
afterAll(() => tested.close())

const program = { name: 'test', roles: [], units: [], trusted: true }
const now = '2020-07-15T04:00:00.000Z'

let plans = 0
let plan = ''
let ids = 0
const open: EventStream[] = []

beforeEach(async () => {
  plan = `office-${++plans}`
  await give({ type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.close()))
})

async function give(command: Command, of = plan): Promise<number> {
  const outcome = await write(tested.storage, {
    plan: of,
    command,
    actor: program,
    now,
    newId: () => `f${++ids}`,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
  return outcome.revision
}

function report(value: string, effectiveOn: string, state: 'SUBMITTED' | 'APPROVED' = 'APPROVED') {
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: 'estates' },
        value,
        effectiveOn,
        reporter: 'housing',
        state,
      },
    ],
  } as const
}

async function follow(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  lastEventId?: string,
): Promise<EventStream> {
  const stream = await openStream(tested, query, variables, lastEventId)
  open.push(stream)
  return stream
}

async function answerOf(stream: EventStream): Promise<unknown> {
  const event = await stream.next()
  return event === null ? null : JSON.parse(event.data)
}

const followPlan = (variables: Readonly<Record<string, unknown>> = {}, lastEventId?: string) =>
  follow(
    `subscription ($code: String!, $since: Int) { planChanged(code: $code, since: $since) {
      revision what actor at reason factCount changeCount
      changes { code before { status light } after { status light } commitment { code } }
      plan { code revision }
    } }`,
    { code: plan, ...variables },
    lastEventId,
  )

describe('planChanged', () => {
  it('tells each write as it happens, with what it changed', async () => {
    const stream = await followPlan()
    expect(stream.status).toBe(200)
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const first = stream.next()
    await give(report('130', '2020-06-30'))
    const event = await first
    expect(event).toMatchObject({ type: 'next', id: '2' })
    expect(JSON.parse(event?.data ?? '')).toEqual({
      data: {
        planChanged: {
          revision: 2,
          what: 'reportObservations',
          actor: 'test',
          at: now,
          reason: null,
          factCount: 1,
          changeCount: 1,
          changes: [
            {
              code: 'indicator/estates',
              before: { status: 'UNKNOWN', light: 'GREY' },
              after: { status: 'MET', light: 'GREEN' },
              commitment: { code: 'estates' },
            },
          ],
          plan: { code: plan, revision: 2 },
        },
      },
    })
  })

  it('begins after the revision that is named, and goes on after the last event of one who was away', async () => {
    await give(report('10', '2020-05-31'))
    await give(report('20', '2020-06-30'))
    const revisions = async (stream: EventStream, count: number) => {
      const seen: (string | null | undefined)[] = []
      for (let at = 0; at < count; at++) seen.push((await stream.next())?.id)
      return seen
    }
    expect(await revisions(await followPlan({ since: 0 }), 3)).toEqual(['1', '2', '3'])
    expect(await revisions(await followPlan({ since: 0 }, '2'), 1)).toEqual(['3'])
    const waiting = await followPlan({ since: 3 })
    const next = waiting.next()
    await give(report('30', '2020-07-01'))
    expect((await next)?.id).toBe('4')
  })

  it('waits for a plan that is not there yet', async () => {
    const stream = await followPlan({ code: 'later' })
    const next = stream.next()
    await give({ type: 'IMPORT_PLAN', plan: officePlan({ code: 'later' }) }, 'later')
    expect((await next)?.id).toBe('1')
  })

  it('tells every one of many writes once and in order, whoever is slow', async () => {
    const slow = await followPlan({ since: 1 })
    const fast = await followPlan({ since: 1 })
    const days = Array.from({ length: 60 }, (_, at) =>
      new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
    )
    const seen: (string | null | undefined)[] = []
    const reading = (async () => {
      for (const _ of days) seen.push((await fast.next())?.id)
    })()
    for (const day of days) await give(report('1', day))
    await reading
    const expected = days.map((_, at) => String(at + 2))
    expect(seen).toEqual(expected)
    const late: (string | null | undefined)[] = []
    for (const _ of days) late.push((await slow.next())?.id)
    expect(late).toEqual(expected)
  })

  it('shows signs of life, and lets go of a reader who leaves', async () => {
    const stream = await followPlan()
    const reading = stream.next()
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect(stream.comments()).toBeGreaterThanOrEqual(2)
    await stream.close()
    expect(await reading).toBeNull()
    // All places are free again: as many as may be can be opened.
    for (let at = 0; at < 5; at++) expect((await followPlan()).status).toBe(200)
  })

  it('is refused with the limit where as many listen as may', async () => {
    for (let at = 0; at < 5; at++) await followPlan()
    const refused = await followPlan()
    expect(refused.status).toBe(503)
    expect(await answerOf(refused)).toMatchObject({
      errors: [
        {
          extensions: {
            code: 'SUBSCRIPTION_LIMIT',
            limit: 5,
            setting: 'DUBAN_MAX_SUBSCRIPTIONS',
          },
        },
      ],
    })
  })
})

const followCommitments = (filter: object | null, after?: string, lastEventId?: string) =>
  follow(
    `subscription ($filter: CommitmentFilter, $after: String) {
      commitmentChanged(filter: $filter, after: $after) {
        revision code what before { status } after { status } commitment { code } cursor
      }
    }`,
    { filter, ...(after === undefined ? {} : { after }) },
    lastEventId,
  )

interface Changed {
  readonly revision: number
  readonly code: string
  readonly cursor: string
}

async function changesOf(stream: EventStream, count: number): Promise<readonly Changed[]> {
  const seen: Changed[] = []
  for (let at = 0; at < count; at++) {
    const answer = await answerOf(stream)
    // The query above says what is in it.
    seen.push((answer as { data: { commitmentChanged: Changed } }).data.commitmentChanged)
  }
  return seen
}

const codes = (changes: readonly Changed[]) => changes.map(({ revision, code }) => [revision, code])

describe('commitmentChanged', () => {
  it('tells of what changed among those asked for, and of a report that waits', async () => {
    const stream = await followCommitments({ plan: { eq: plan }, unit: { eq: 'housing' } })
    const reading = changesOf(stream, 4)
    await give({ type: 'RECORD_MILESTONE', of: { milestone: 'road-open' }, on: '2020-07-01' })
    await give(report('60', '2020-06-30', 'SUBMITTED'))
    await give({ type: 'RECORD_MILESTONE', of: { milestone: 'opening' }, on: '2020-07-01' })
    await give(
      report('200', '2020-06-30').observations[0] && {
        ...report('200', '2020-06-30'),
        observations: [
          {
            of: { kind: 'INDICATOR', code: 'stock' },
            value: '200',
            effectiveOn: '2020-06-30',
            reporter: 'housing',
            state: 'APPROVED',
          },
        ],
      },
    )
    await give(report('61', '2020-07-01'))
    expect(codes(await reading)).toEqual([
      [3, 'indicator/estates'],
      [4, 'milestone/opening'],
      [5, 'indicator/stock'],
      [6, 'indicator/estates'],
    ])
  })

  it('goes on within a write, and over all plans, from where a reader was', async () => {
    const other = `${plan}-other`
    await give({ type: 'IMPORT_PLAN', plan: officePlan({ code: other }) }, other)
    const first = await followCommitments({ plan: { in: [plan, other] } })
    const seen: Changed[] = []
    const see = async (work: Promise<number>) => {
      await work
      seen.push(...(await changesOf(first, 1)))
    }
    await see(
      give({ type: 'RECORD_PROJECT_STAGE', project: 'bridge', stage: 'STARTED', on: '2020-07-01' }),
    )
    await see(give(report('60', '2020-06-30'), other))
    await see(give({ type: 'SAVE_RULE', rule: ruleOf('second') }))
    expect(codes(seen)).toEqual([
      [2, 'obligation/started/bridge'],
      [2, 'indicator/estates'],
      [3, 'obligation/second/bridge'],
    ])
    await first.close()
    await give(report('61', '2020-07-01'), other)
    const again = await followCommitments(
      { plan: { in: [plan, other] } },
      undefined,
      seen[2]?.cursor,
    )
    expect(codes(await changesOf(again, 2))).toEqual([
      [3, 'obligation/second/estate'],
      [3, 'indicator/estates'],
    ])
    const named = await followCommitments({ plan: { eq: other } }, seen[0]?.cursor)
    expect(codes(await changesOf(named, 2))).toEqual([
      [2, 'indicator/estates'],
      [3, 'indicator/estates'],
    ])
  })

  it('refuses a cursor that is none', async () => {
    const refused = await followCommitments(null, 'rubbish')
    expect(await answerOf(refused)).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_CURSOR' } }],
    })
  })
})

function ruleOf(code: string) {
  return {
    code,
    title: { zh: '规则' },
    subject: 'PROJECT',
    require: 'has(project.events.completed)',
    severity: 'INFO',
    due: { on: '2020-12-31' },
    locators: [],
  } as const
}

it('a subscription over POST is answered as events too', async () => {
  const response = await tested.server.yoga.fetch('http://duban.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({
      query: `subscription { planChanged(code: "${plan}", since: 0) { revision } }`,
    }),
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.getReader()
  let text = ''
  for (let pieces = 0; pieces < 4 && !text.includes('"revision":1'); pieces++) {
    text += new TextDecoder().decode((await reader?.read())?.value)
  }
  await reader?.cancel()
  expect(text).toContain('event: next\nid: 1\ndata: ')
})

it('is refused to who asks for plain JSON, and takes nobody’s place', async () => {
  const query = `subscription { planChanged(code: "${plan}") { revision } }`
  for (let times = 0; times < 6; times++) {
    const { status } = await tested.server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(status).toBe(406)
  }
})

it('ends without saying that it is complete when the server goes away, so that readers come back', async () => {
  const leaving = await testServer()
  const stream = await openStream(leaving, 'subscription { planChanged(code: "x") { revision } }')
  const reading = stream.next()
  leaving.server.startClosing()
  expect(await reading).toBeNull()
  await leaving.close()
})

it('ends when the token does that lets its reader read', async () => {
  const closed = await testServer({
    settings: {
      auth: { jwtSecret: null, jwksFile: null, issuer: null, audience: null, openReading: false },
    },
    // The token below, of one day, has half a second left.
    now: () => new Date(Date.parse('2020-01-01T23:59:59.500Z')),
  })
  const { secret } = closed.keys
  if (secret === null) throw new Error('a test server has a key of its own')
  const token = await signToken(secret, {
    actor: { name: 'zhang', roles: [], units: [] },
    now: new Date('2020-01-01T00:00:00Z'),
    days: 1,
    issuer: null,
    audience: null,
  })
  const query = encodeURIComponent('subscription { planChanged(code: "x") { revision } }')
  const ask = (authorization?: string) =>
    closed.server.yoga.fetch(`http://duban.test/graphql?query=${query}`, {
      headers: { accept: 'text/event-stream', ...(authorization ? { authorization } : {}) },
    })
  expect(await (await ask()).text()).toContain('UNAUTHENTICATED')
  const started = Date.now()
  const text = await (await ask(`Bearer ${token}`)).text()
  expect(text).toContain('event: complete')
  expect(Date.now() - started).toBeGreaterThan(400)
  await closed.close()
})
