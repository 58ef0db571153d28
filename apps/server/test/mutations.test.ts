import { printPlan } from '@duban/plan-file'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { officePlan } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'
import { giveAs, sendAs } from './support/writer.ts'

const tested = await testServer()
afterAll(() => tested.close())

const zhang = { name: 'zhang', roles: ['REPORTER'], units: ['housing'] } as const
const li = { name: 'li', roles: ['REVIEWER'], units: [] } as const
const wang = { name: 'wang', roles: ['EDITOR'], units: [] } as const
const chen = { name: 'chen', roles: ['ADMIN'], units: [] } as const

let plans = 0
let plan = ''
beforeEach(async () => {
  plan = `office-${++plans}`
  await giveAs(tested, wang, 'importPlan', { document: printPlan(officePlan({ code: plan })) })
})

type Fields = Readonly<Record<string, unknown>>

function observation(value: string, change: Fields = {}): Fields {
  return {
    of: { code: 'estates' },
    value,
    effectiveOn: '2020-06-30',
    reporter: 'housing',
    ...change,
  }
}

const report = (change: Fields = {}, ...observations: readonly Fields[]): Promise<Fields> =>
  giveAs(
    tested,
    zhang,
    'reportObservations',
    { plan, observations, ...change },
    'observations(first: 10) { totalCount nodes { id value reviewState recordedBy } } plan { code }',
  )

describe('a report', () => {
  it('is written, reviewed, returned, corrected and approved', async () => {
    const reported = await report({}, observation('60'))
    expect(reported).toMatchObject({
      __typename: 'ReportObservationsPayload',
      saved: true,
      revision: 2,
      factCount: 1,
      changes: [],
      observations: {
        totalCount: 1,
        nodes: [{ value: '60', reviewState: 'SUBMITTED', recordedBy: 'zhang' }],
      },
    })
    const { data } = await sendAs(
      tested,
      null,
      `{ plan(code: "${plan}") { commitment(code: "estates") { ... on Indicator { observations(first: 1) { nodes { id } } } } } }`,
    )
    const id = JSON.stringify(data).match(/"id":"([^"]+)"/)?.[1]
    const review = (actor: typeof li | typeof zhang, state: string, reason?: string) =>
      giveAs(
        tested,
        actor,
        'reviewObservations',
        { plan, reviews: [{ observation: id, state, ...(reason ? { reason } : {}) }] },
        'observations(first: 10) { nodes { reviewState returnedBecause } }',
      )
    expect(await review(li, 'RETURNED')).toMatchObject({
      __typename: 'Refused',
      code: 'REASON_REQUIRED',
      path: 'reviews.0.reason',
      zh: '须说明理由',
    })
    expect(await review(li, 'RETURNED', '与台账不符')).toMatchObject({
      observations: { nodes: [{ reviewState: 'RETURNED', returnedBecause: '与台账不符' }] },
    })
    const corrected = await giveAs(
      tested,
      zhang,
      'correctObservation',
      { plan, observation: id, value: '66', reason: '漏报两个小区' },
      'observation { id value supersedes { id value reviewState } }',
    )
    expect(corrected).toMatchObject({
      saved: true,
      observation: { value: '66', supersedes: { id, value: '60' } },
    })
    const second = JSON.stringify(corrected).match(/"observation":\{"id":"([^"]+)"/)?.[1]
    const approved = await giveAs(tested, li, 'reviewObservations', {
      plan,
      reviews: [{ observation: second, state: 'APPROVED' }],
    })
    expect(approved).toMatchObject({
      saved: true,
      changes: [
        {
          code: 'indicator/estates',
          before: { status: 'UNKNOWN', light: 'GREY' },
          after: { status: 'PENDING' },
        },
      ],
    })
  })

  it('of many values is written whole or not at all, with every problem at its place', async () => {
    const result = await report(
      {},
      observation('1', { effectiveOn: '2020-05-31' }),
      observation('2', { effectiveOn: '2020-08-01' }),
      observation('3', { of: { code: 'nothing' } }),
      observation('4', { unit: 'YI_YUAN' }),
      observation('5', { effectiveOn: '2020-05-31' }),
    )
    expect(result).toMatchObject({ __typename: 'Refused' })
    expect(result.refusals).toEqual(
      [
        ['DATE_IN_FUTURE', 'observations.1.effectiveOn'],
        ['UNKNOWN_CODE', 'observations.2.of.code'],
        ['UNITS_DO_NOT_CONVERT', 'observations.3.unit'],
        ['DUPLICATE_IN_BATCH', 'observations.4'],
      ].map(([code, path]) => ({ code, path, line: null, column: null })),
    )
    expect((await tested.storage.revisions([plan])).get(plan)).toBe(1)
  })

  it('may hold 5 000 values and not one more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        observation(String(at), {
          of: { code: ['estates', 'stock'][at % 2] },
          reporter: ['housing', 'roads', 'office'][at % 3],
          effectiveOn: new Date(Date.UTC(2018, 0, 10 + Math.floor(at / 6)))
            .toISOString()
            .slice(0, 10),
        }),
      )
    const giveMany = (observations: readonly Fields[]) =>
      giveAs(tested, chen, 'reportObservations', { plan, observations })
    expect(await giveMany(many(5001))).toMatchObject({
      code: 'BATCH_TOO_LARGE',
      path: 'observations',
      en: 'a batch holds at most 5000, this one has 5001',
    })
    expect(await giveMany([])).toMatchObject({ code: 'BATCH_EMPTY' })
    expect(await giveMany(many(5000))).toMatchObject({ saved: true, factCount: 5000 })
  })

  it('tries without writing, repeats its answer, and tells of a conflict', async () => {
    expect(await report({ dryRun: true }, observation('60', { state: 'DRAFT' }))).toMatchObject({
      saved: false,
      revision: 1,
      factCount: 1,
      observations: { totalCount: 0 },
    })
    const first = await report({ idempotencyKey: 'a', expectedRevision: 1 }, observation('60'))
    expect(first).toMatchObject({ saved: true, repeated: false, revision: 2 })
    const again = await report({ idempotencyKey: 'a', expectedRevision: 1 }, observation('60'))
    expect(again).toEqual({ ...first, repeated: true })
    expect(await report({ idempotencyKey: 'a' }, observation('61'))).toMatchObject({
      __typename: 'KeyReused',
      code: 'KEY_REUSED',
      path: 'idempotencyKey',
      key: 'a',
    })
    const late = observation('70', { effectiveOn: '2020-07-01' })
    expect(await report({ expectedRevision: 1 }, late)).toMatchObject({
      __typename: 'Conflict',
      path: 'expectedRevision',
      expectedRevision: 1,
      currentRevision: 2,
    })
  })
})

describe('an import', () => {
  it('tells what is wrong with the file by line and column, and writes nothing', async () => {
    const text = printPlan(officePlan({ code: 'broken' }))
    const document = text.replace('dueOn: 2020-06-30', 'dueOn: 2020-06-31')
    expect(document).not.toBe(text)
    expect(await giveAs(tested, wang, 'importPlan', { document })).toMatchObject({
      __typename: 'Refused',
      refusals: [{ code: 'BAD_DATE', line: expect.any(Number), column: expect.any(Number) }],
    })
    expect((await tested.storage.revisions(['broken'])).size).toBe(0)
  })

  it('of the same file changes nothing, and a dry run of a new one makes none', async () => {
    const document = printPlan(officePlan({ code: plan }))
    expect(await giveAs(tested, wang, 'importPlan', { document })).toMatchObject({
      saved: false,
      factCount: 0,
      revision: 1,
    })
    const fresh = printPlan(officePlan({ code: 'fresh' }))
    const tried = await giveAs(
      tested,
      wang,
      'importPlan',
      { document: fresh, dryRun: true },
      'plan { code }',
    )
    expect(tried).toMatchObject({ saved: false, revision: 0, plan: null })
    expect(tried.changeCount).toBeGreaterThan(5)
    expect((await tested.storage.revisions(['fresh'])).size).toBe(0)
  })
})

describe('the working day of an office', () => {
  it('assigns, asks for more time and decides, amends, waives, judges, closes and reopens', async () => {
    const give = (
      actor: typeof li | typeof wang | typeof zhang | typeof chen,
      mutation: string,
      input: Fields,
      fields = '',
    ) => giveAs(tested, actor, mutation, { plan, ...input }, fields)
    expect(
      await give(
        wang,
        'assignUnit',
        { commitment: 'opening', unit: 'office', role: 'SUPERVISE' },
        'commitment { responsible { unitCode role } }',
      ),
    ).toMatchObject({
      commitment: {
        responsible: [
          { unitCode: 'housing', role: 'LEAD' },
          { unitCode: 'office', role: 'SUPERVISE' },
        ],
      },
    })
    const asked = await give(
      zhang,
      'requestExtension',
      { commitment: 'milestone/opening', dueOn: '2020-10-31', reason: '汛期停工' },
      'extension { id state dueOn commitment { dueOn } }',
    )
    expect(asked).toMatchObject({
      changes: [],
      extension: { state: 'REQUESTED', commitment: { dueOn: '2020-09-30' } },
    })
    const extension = JSON.stringify(asked).match(/"extension":\{"id":"([^"]+)"/)?.[1]
    expect(
      await give(
        li,
        'decideExtension',
        { extension, approved: true },
        'extension { state decidedBy commitment { dueOn dueOriginally timesRescheduled } }',
      ),
    ).toMatchObject({
      changes: [
        {
          code: 'milestone/opening',
          before: { dueOn: '2020-09-30' },
          after: { dueOn: '2020-10-31' },
        },
      ],
      extension: {
        state: 'GRANTED',
        decidedBy: 'li',
        commitment: { dueOn: '2020-10-31', dueOriginally: '2020-09-30', timesRescheduled: 1 },
      },
    })
    expect(
      await give(zhang, 'requestExtension', {
        commitment: 'design',
        dueOn: '2020-10-31',
        reason: '晚了',
      }),
    ).toMatchObject({
      __typename: 'Refused',
      code: 'DUE_DATE_PASSED',
    })
    expect(
      await give(
        wang,
        'amendTarget',
        { indicator: 'estates', value: '100', reason: '区划调整' },
        'indicator { target targetHistory { value reason } }',
      ),
    ).toMatchObject({
      indicator: {
        target: '100',
        targetHistory: [{ value: '120' }, { value: '100', reason: '区划调整' }],
      },
    })
    expect(
      await give(wang, 'waiveCommitment', { commitment: 'started/bridge', reason: '停建' }),
    ).toMatchObject({
      changes: [{ code: 'obligation/started/bridge', after: { status: 'WAIVED', light: 'GREY' } }],
    })
    expect(
      await give(
        zhang,
        'recordMilestone',
        { of: { milestone: 'design' }, on: '2020-07-10' },
        'fact milestone { code }',
      ),
    ).toMatchObject({
      milestone: { code: 'design' },
      changes: [
        { code: 'milestone/design', before: { status: 'OVERDUE' }, after: { status: 'MET_LATE' } },
      ],
    })
    expect(
      await give(
        { ...zhang, units: ['housing'] },
        'recordProjectStage',
        { project: 'estate', stage: 'COMPLETED', on: '2020-07-01' },
        'project { stage }',
      ),
    ).toMatchObject({
      project: { stage: 'COMPLETED' },
    })
    expect(
      await give(li, 'judgeCommitment', {
        commitment: 'opening',
        light: 'YELLOW',
        reason: '人手不足',
      }),
    ).toMatchObject({ saved: true, changes: [] })
    expect(
      await give(li, 'closePeriod', { through: '2020-06-30', reason: '半年小结' }),
    ).toMatchObject({ saved: true })
    expect(await report({}, observation('1'))).toMatchObject({ code: 'PERIOD_CLOSED' })
    expect(
      await give(chen, 'reopenPeriod', { through: '2020-06-30', reason: '补报' }),
    ).toMatchObject({ saved: true })
    expect(await report({}, observation('1'))).toMatchObject({ saved: true })
  })

  it('stores a rule and a policy that compile, and refuses others with line and column', async () => {
    const rule = {
      code: 'invested',
      title: { zh: '投资过半' },
      subject: 'PROJECT',
      require: 'project.investment.done >= 2500.0',
      due: { on: '2020-06-30' },
      severity: 'WARNING',
      responsible: [{ unit: 'housing', role: 'LEAD' }],
    }
    const saved = await giveAs(
      tested,
      wang,
      'saveRule',
      { plan, rule },
      'rule { code require severity } plan { obligations(first: 0) { totalCount } }',
    )
    expect(saved).toMatchObject({
      saved: true,
      rule: { code: 'invested', severity: 'WARNING' },
      changes: [
        { code: 'obligation/invested/bridge', before: null },
        { code: 'obligation/invested/estate', before: null },
      ],
    })
    expect(
      await giveAs(tested, wang, 'saveRule', {
        plan,
        rule: { ...rule, require: 'project.colour == 1' },
      }),
    ).toMatchObject({
      __typename: 'Refused',
      code: 'CEL_UNKNOWN_FIELD',
      path: 'rule.require',
      en: expect.stringMatching(/line 1, column \d+/),
    })
    const policy = {
      code: 'strict',
      version: '1',
      title: { zh: '从严' },
      lights: [
        { light: 'RED', when: 'status == "OVERDUE"' },
        { light: 'GREEN', when: 'true' },
      ],
      scores: [
        { code: 'late', title: { zh: '逾期' }, when: 'daysLate > 0', points: { fixed: '-5' } },
      ],
    }
    expect(
      await giveAs(
        tested,
        wang,
        'savePolicy',
        { plan, policy },
        'policy { code version lights { light } scores { points } }',
      ),
    ).toMatchObject({
      policy: { code: 'strict', version: '1', scores: [{ points: '-5' }] },
    })
    const other = { ...policy, lights: policy.lights.slice(1) }
    expect(await giveAs(tested, wang, 'savePolicy', { plan, policy: other })).toMatchObject({
      code: 'POLICY_VERSION_EXISTS',
    })
  })
})

it('says NO_PLAN of a plan that is not there', async () => {
  plan = 'nowhere'
  expect(await report({}, observation('1'))).toMatchObject({ code: 'NO_PLAN', path: '' })
})

it('writes nothing for who has no token', async () => {
  const result = await giveAs(tested, null, 'closePeriod', {
    plan,
    through: '2020-06-30',
    reason: 'x',
  })
  expect(result).toMatchObject({
    __typename: 'NotAllowed',
    code: 'NO_TOKEN',
    roles: ['REVIEWER', 'ADMIN'],
  })
})
