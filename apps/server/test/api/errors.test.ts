import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { importErqi } from '../support/erqi.ts'
import { testServer } from '../support/test-server.ts'

describe('a question that makes no sense', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)
  const inPlan = (fields: string) => `{ plan(code: "erqi-2020") { ${fields} } }`

  it.each([
    [
      '30 February',
      '{ plan(code: "erqi-2020", asOf: "2020-02-30") { code } }',
      'INVALID_DATE',
      '2020-02-30',
    ],
    [
      'another form of date',
      '{ plan(code: "erqi-2020", asOf: "2020/06/30") { code } }',
      'INVALID_DATE',
      '2020/06/30',
    ],
    [
      'a number for a date',
      '{ plan(code: "erqi-2020", asOf: 20200630) { code } }',
      'INVALID_DATE',
      '20200630',
    ],
    [
      'an instant without an offset',
      '{ plan(code: "erqi-2020", knownAt: "2020-06-30T00:00:00") { code } }',
      'INVALID_INSTANT',
      '2020-06-30T00:00:00',
    ],
    [
      'an instant to come',
      '{ plan(code: "erqi-2020", knownAt: "2020-07-15T04:00:01Z") { code } }',
      'KNOWN_AT_IN_FUTURE',
      '2020-07-15T04:00:01.000Z',
    ],
    [
      'a decimal that is a float',
      inPlan('projects(filter: { investmentTotal: { gt: 1.5 } }) { totalCount }'),
      'INVALID_DECIMAL',
      '1.5',
    ],
    [
      'a decimal with an exponent',
      inPlan('projects(filter: { investmentTotal: { gt: "1e3" } }) { totalCount }'),
      'INVALID_DECIMAL',
      '1e3',
    ],
    [
      'a cursor of another list',
      inPlan('projects(after: "bm9uZQ") { totalCount }'),
      'INVALID_CURSOR',
      'bm9uZQ',
    ],
    ['a negative page', inPlan('projects(first: -1) { totalCount }'), 'INVALID_PAGE', -1],
    [
      'an assumption about no milestone of the plan',
      inPlan('whatIf(milestones: [{ milestone: "nope", on: "2020-06-30" }]) { code }'),
      'ASSUMED_OF_NOTHING',
      'nope',
    ],
    [
      'an assumption about another plan',
      inPlan(
        'whatIf(milestones: [{ subject: PLAN, code: "other", event: "met", on: "2020-06-30" }]) { code }',
      ),
      'ASSUMED_OF_NOTHING',
      'other',
    ],
    [
      'an assumption about no project of the plan',
      inPlan('whatIf(stages: [{ project: "nope", stage: STARTED, on: "2020-06-30" }]) { code }'),
      'ASSUMED_OF_NOTHING',
      'PROJECT',
    ],
    [
      'a breakdown by nothing',
      inPlan('breakdown(by: [], measures: [COUNT]) { count }'),
      'DIMENSION_COUNT',
      0,
    ],
  ])(
    '%s: an error with its code and the value, in both languages',
    async (_name, query, code, value) => {
      const { errors } = await ask(server, query)
      expect(errors).toHaveLength(1)
      const [error] = errors
      expect(error?.extensions).toMatchObject({
        code,
        zh: expect.stringMatching(/\p{Script=Han}/u),
      })
      expect(Object.values(error?.extensions ?? {})).toContain(value)
      expect(error?.locations).toHaveLength(1)
    },
  )

  it('names the variable that is wrong, and the place in it', async () => {
    const { errors, status } = await ask(
      server,
      'query ($f: CommitmentFilter) { commitments(filter: $f) { totalCount } }',
      { f: { and: [{ dueOn: { lte: 'soon' } }] } },
    )
    expect(status).toBe(400)
    expect(errors[0]?.message).toContain('"f.and[0].dueOn.lte"')
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_DATE', value: 'soon' })
  })

  it.each([
    ['an unknown value', { status: { eq: 'LATE' } }, '"f.status.eq"'],
    ['an unknown field', { nope: 1 }, '"nope"'],
    ['nothing where something is needed', undefined, '"$f"'],
  ])('has a code where a variable does not fit its type: %s', async (_name, f, place) => {
    const { errors, status } = await ask(
      server,
      'query ($f: CommitmentFilter!) { commitments(filter: $f) { totalCount } }',
      { f },
    )
    expect(status).toBe(400)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toContain(place)
    expect(errors[0]?.extensions).toMatchObject({
      code: 'INVALID_VARIABLE',
      zh: expect.stringContaining('变量'),
    })
    expect(errors[0]?.locations).toHaveLength(1)
  })

  it('stands at the path of the field, and the rest is answered', async () => {
    const { data, errors } = await ask<{ plan: { title: string } | null; other: unknown }>(
      server,
      '{ other: plan(code: "erqi-2020") { title } plan(code: "erqi-2020", knownAt: "2031-01-01T00:00:00Z") { title } }',
    )
    expect(errors[0]?.path).toEqual(['plan'])
    expect(data.plan).toBe(null)
    expect(data.other).toEqual({ title: '二七区2020年工作计划' })
  })

  it('leaks nothing of what goes wrong inside', async () => {
    const broken = await testServer()
    await broken.storage.close()
    const { errors, status } = await ask(broken.server, '{ plan(code: "erqi-2020") { code } }')
    await broken.server.yoga.dispose()
    expect(errors[0]?.extensions?.code).toMatch(/INTERNAL_SERVER_ERROR|DATABASE_UNAVAILABLE/)
    expect(status).toBeGreaterThanOrEqual(500)
    const told = JSON.stringify(errors)
    for (const secret of [
      'sqlite',
      'select',
      '.ts',
      'node_modules',
      'stack',
      'database connection',
    ]) {
      expect(told.toLowerCase()).not.toContain(secret)
    }
  })
})
