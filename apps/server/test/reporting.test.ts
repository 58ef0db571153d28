import type { Command } from '@duban/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { signToken } from '../src/auth/sign-token.ts'
import { write } from '../src/writing/write.ts'
import { officePlan, startedRule } from './support/office-plan.ts'
import { type TestServer, testNow, testServer } from './support/test-server.ts'
import { sendAs } from './support/writer.ts'

const plan = 'office-2020'
let ids = 0

async function give(tested: TestServer, now: string, command: Command): Promise<void> {
  const outcome = await write(tested.storage, {
    plan,
    command,
    actor: { name: 'test', roles: [], units: [], trusted: true },
    now,
    newId: () => `f${++ids}`,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
}

function report(effectiveOn: string): Command {
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: 'roads' },
        value: '3',
        effectiveOn,
        reporter: 'roads',
      },
    ],
  }
}

/** A plan of which the roads bureau has reported January on time and February late, and of March was sent back. */
async function fill(tested: TestServer): Promise<void> {
  await give(tested, '2020-01-02T00:00:00.000Z', { type: 'IMPORT_PLAN', plan: officePlan() })
  await give(tested, '2020-02-05T01:00:00.000Z', report('2020-01-31'))
  await give(tested, '2020-03-09T01:00:00.000Z', report('2020-02-29'))
  await give(tested, '2020-04-01T01:00:00.000Z', report('2020-03-31'))
  await give(tested, '2020-04-02T01:00:00.000Z', {
    type: 'REVIEW_OBSERVATIONS',
    reviews: [{ observation: `f${ids}`, state: 'RETURNED', reason: '与台账不符' }],
  })
}

describe('reporting', async () => {
  const tested = await testServer()
  afterAll(() => tested.close())
  await fill(tested)

  it('tells who has reported on time, late and not at all', async () => {
    const { data, errors } = await sendAs(
      tested,
      null,
      `{ plan(code: "${plan}", asOf: "2020-05-01") {
        all: reportsDue(unit: "roads") { totalCount nodes { span { start end } dueOn timeliness reportedAt indicator { code } observation { value } } }
        missing: reportsDue(unit: "roads", timeliness: [MISSING, OPEN]) { nodes { dueOn } }
        weekly: reportsDue(unit: "roads", every: WEEK, withinDays: 1) { totalCount }
      } }`,
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      plan: {
        all: {
          totalCount: 5,
          nodes: [
            ['2020-01-01', '2020-01-31', '2020-02-05', 'ON_TIME', '2020-02-05T01:00:00.000Z', '3'],
            ['2020-02-01', '2020-02-29', '2020-03-05', 'LATE', '2020-03-09T01:00:00.000Z', '3'],
            ['2020-03-01', '2020-03-31', '2020-04-05', 'ON_TIME', '2020-04-01T01:00:00.000Z', '3'],
            ['2020-04-01', '2020-04-30', '2020-05-05', 'OPEN', null, null],
            ['2020-05-01', '2020-05-31', '2020-06-05', 'OPEN', null, null],
          ].map(([start, end, dueOn, timeliness, reportedAt, value]) => ({
            span: { start, end },
            dueOn,
            timeliness,
            reportedAt,
            indicator: { code: 'roads' },
            observation: value === null ? null : { value },
          })),
        },
        missing: { nodes: [{ dueOn: '2020-05-05' }, { dueOn: '2020-06-05' }] },
        weekly: { totalCount: 18 },
      },
    })
  })

  it('tells each unit what it is to be told on a day, in both languages', async () => {
    const { data, errors } = await sendAs(
      tested,
      null,
      `{
        day: reminders(plan: "${plan}", unit: "roads", asOf: "2020-05-06") { totalCount nodes { kind dueOn reason unit { code } zh: message en: message(lang: EN) commitment { code } } }
        later: reminders(plan: "${plan}", unit: "roads", asOf: "2020-09-15", withinDays: 400) { nodes { kind en: message(lang: EN) } }
        nowhere: reminders(plan: "nowhere") { totalCount }
        plan(code: "${plan}", asOf: "2020-05-06") { unit(code: "roads") { reminders { totalCount } } reminders { totalCount } }
      }`,
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      day: {
        totalCount: 2,
        nodes: [
          {
            kind: 'RETURNED',
            reason: '与台账不符',
            unit: { code: 'roads' },
            zh: '指标roads的填报被退回：与台账不符',
            en: 'a report of Indicator roads was returned: 与台账不符',
            commitment: { code: 'roads' },
          },
          {
            kind: 'NOT_REPORTED',
            dueOn: '2020-05-05',
            zh: '指标roads应于 2020-05-05 前填报，尚未收到',
            en: 'a report of Indicator roads was to be in by 2020-05-05',
          },
        ],
      },
      later: {
        nodes: expect.arrayContaining([
          { kind: 'DUE_SOON', en: 'Milestone road-open is due on 2020-09-30' },
        ]),
      },
      nowhere: null,
      plan: { unit: { reminders: { totalCount: 2 } } },
    })
  })

  it('opens and closes the steps of an escalation ladder by the day', async () => {
    const open = async (asOf: string) => {
      const { data } = await sendAs(
        tested,
        null,
        `{ plan(code: "${plan}", asOf: "${asOf}") { commitment(code: "started/bridge") { ... on Obligation { openEscalation { afterDays light notify { code } } } } } }`,
      )
      // The query says what is in it.
      const seen = data as unknown as {
        plan: { commitment: { openEscalation: { afterDays: number; light: string }[] } }
      }
      return seen.plan.commitment.openEscalation
    }
    expect(startedRule.escalation).toHaveLength(3)
    expect(await open('2020-06-14')).toEqual([])
    expect(await open('2020-06-15')).toMatchObject([{ afterDays: -15, light: 'BLUE' }])
    expect(await open('2020-07-30')).toMatchObject([
      { light: 'BLUE' },
      { light: 'YELLOW' },
      { light: 'RED', notify: { code: 'office' } },
    ])
    await give(tested, '2020-07-14T00:00:00.000Z', {
      type: 'RECORD_PROJECT_STAGE',
      project: 'bridge',
      stage: 'STARTED',
      on: '2020-07-10',
    })
    expect(await open('2020-07-30')).toEqual([])
    expect(await open('2020-07-09')).toHaveLength(2)
  })
})

describe('the calendar of a unit', async () => {
  const open = await testServer()
  const closed = await testServer({
    settings: {
      auth: { jwtSecret: null, jwksFile: null, issuer: null, audience: null, openReading: false },
    },
  })
  afterAll(async () => {
    await open.close()
    await closed.close()
  })
  await fill(open)
  await fill(closed)

  const get = (tested: TestServer, path: string, headers: Record<string, string> = {}) =>
    tested.server.yoga.fetch(`http://duban.test${path}`, { headers })

  /** The events, each as its lines unfolded. */
  async function eventsOf(response: Response): Promise<readonly string[]> {
    const text = (await response.text()).replace(/\r\n[ \t]/g, '')
    return text.split('BEGIN:VEVENT').slice(1)
  }

  it('holds its due dates as whole days, and what it is told today', async () => {
    const response = await get(open, `/export/units/roads.ics?plan=${plan}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = await eventsOf(response)
    const due = events.find((event) => event.includes('节点road-open'))
    expect(due).toContain('DTSTART;VALUE=DATE:20200930')
    expect(due).toContain('SUMMARY:节点road-open [未到期]')
    const returned = events.find((event) => event.includes('退回'))
    expect(returned).toContain('DTSTART;VALUE=DATE:20200715')
    expect(returned).toContain('指标roads的填报被退回：与台账不符')
    const missing = events.find((event) => event.includes('未报'))
    expect(missing).toContain('SUMMARY:提醒: 未报 3')
  })

  it('says the same for the same facts, to the byte, and in English where asked', async () => {
    const path = `/export/units/roads.ics?plan=${plan}&lang=en`
    const first = await (await get(open, path)).text()
    expect(await (await get(open, path)).text()).toBe(first)
    expect(first).toContain('Milestone road-open [')
    for (const line of first.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it.each([
    ['/export/units/nobody.ics?plan=office-2020', 404],
    ['/export/units/roads.ics?plan=nowhere', 404],
    ['/export/units/roads.ics', 404],
    ['/export/units/%E0%A4%A.ics?plan=office-2020', 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await get(open, path)).status).toBe(status)
  })

  it('takes a token where reading does, in the header or in the address', async () => {
    const path = `/export/units/roads.ics?plan=${plan}`
    if (closed.keys.secret === null) throw new Error('a test server has a key of its own')
    const token = await signToken(closed.keys.secret, {
      actor: { name: 'zhao', roles: ['REPORTER'], units: ['roads'] },
      now: testNow(),
      days: 1,
      issuer: null,
      audience: null,
    })
    expect((await get(closed, path)).status).toBe(401)
    expect((await get(closed, `${path}&token=rubbish`)).status).toBe(401)
    expect((await get(closed, `${path}&token=${token}`)).status).toBe(200)
    expect((await get(closed, path, { authorization: `Bearer ${token}` })).status).toBe(200)
  })
})
