import type { Command } from '@duban/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { write } from '../src/writing/write.ts'
import { officePlan } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'
import { giveAs, sendAs } from './support/writer.ts'

const people = {
  nobody: null,
  'a REPORTER of the unit': { name: 'zhang', roles: ['REPORTER'], units: ['housing'] },
  'a REPORTER of another unit': { name: 'zhao', roles: ['REPORTER'], units: ['roads'] },
  'a REVIEWER': { name: 'li', roles: ['REVIEWER'], units: [] },
  'an EDITOR': { name: 'wang', roles: ['EDITOR'], units: [] },
  'an ADMIN': { name: 'chen', roles: ['ADMIN'], units: [] },
} as const

type Fields = Readonly<Record<string, unknown>>

const plan = 'office-2020'
const today = '2020-07-15'
const states = ['draft', 'sent', 'approved', 'returned'] as const

describe('what the viewer may do', async () => {
  const tested = await testServer()
  afterAll(() => tested.close())
  const program = { name: 'test', roles: [], units: [], trusted: true }

  async function give(id: string, command: Command): Promise<void> {
    let ids = 0
    const outcome = await write(tested.storage, {
      plan,
      command,
      actor: program,
      now: '2020-07-14T04:00:00.000Z',
      newId: () => (ids++ === 0 ? id : `${id}-${ids}`),
    })
    if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
  }
  const report = (state: 'DRAFT' | 'SUBMITTED' | 'APPROVED', effectiveOn: string): Command => ({
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: 'estates' },
        value: '60',
        effectiveOn,
        reporter: 'housing',
        state,
      },
    ],
  })
  await give('plan', { type: 'IMPORT_PLAN', plan: officePlan() })
  await give('draft', report('DRAFT', '2020-03-31'))
  await give('sent', report('SUBMITTED', '2020-04-30'))
  await give('approved', report('APPROVED', '2020-05-31'))
  await give('returned', report('SUBMITTED', '2020-06-30'))
  await give('review', {
    type: 'REVIEW_OBSERVATIONS',
    reviews: [{ observation: 'returned', state: 'RETURNED', reason: '不符' }],
  })
  await give('asked', {
    type: 'REQUEST_EXTENSION',
    commitment: 'milestone/road-open',
    dueOn: '2020-11-30',
    reason: '汛期',
  })
  await give('met', { type: 'RECORD_MILESTONE', of: { milestone: 'design' }, on: '2020-06-01' })

  /** The fields that tell, by their places, and the mutation that would do it. */
  const acts: readonly (readonly [string, string, Fields])[] = [
    ...states.flatMap((observation): (readonly [string, string, Fields])[] => [
      ...(['SUBMITTED', 'APPROVED', 'RETURNED'] as const).map(
        (state) =>
          [
            `${observation}.${{ SUBMITTED: 'maySubmit', APPROVED: 'mayApprove', RETURNED: 'mayReturn' }[state]}`,
            'reviewObservations',
            { reviews: [{ observation, state, reason: '意见' }] },
          ] as const,
      ),
      [
        `${observation}.mayCorrect`,
        'correctObservation',
        { observation, value: '1', reason: '改' },
      ],
    ]),
    [
      'estates.mayReport',
      'reportObservations',
      {
        observations: [
          { of: { code: 'estates' }, value: '1', effectiveOn: today, reporter: 'housing' },
        ],
      },
    ],
    [
      'invested.mayReport',
      'reportObservations',
      {
        observations: [
          { of: { code: 'invested' }, value: '1', effectiveOn: today, reporter: 'housing' },
        ],
      },
    ],
    ['estates.mayAmend', 'amendTarget', { indicator: 'estates', value: '1', reason: '调' }],
    ...(['estates', 'opening', 'road_open', 'design'] as const).flatMap(
      (code): (readonly [string, string, Fields])[] => {
        const commitment = code.replace('_', '-')
        return [
          [
            `${code}.mayRequestExtension`,
            'requestExtension',
            { commitment, dueOn: '2021-06-30', reason: '延' },
          ],
          [`${code}.mayWaive`, 'waiveCommitment', { commitment, reason: '免' }],
          [`${code}.mayAssign`, 'assignUnit', { commitment, unit: 'office', role: 'SUPERVISE' }],
          [`${code}.mayJudge`, 'judgeCommitment', { commitment, light: 'RED', reason: '看' }],
        ]
      },
    ),
    ['opening.mayRecord', 'recordMilestone', { of: { milestone: 'opening' }, on: today }],
    ['design.mayRecord', 'recordMilestone', { of: { milestone: 'design' }, on: today }],
    [
      'bridge.mayRecordStage',
      'recordProjectStage',
      { project: 'bridge', stage: 'STARTED', on: today },
    ],
    ['asked.mayDecide', 'decideExtension', { extension: 'asked', approved: true }],
    ['plan.mayClosePeriod', 'closePeriod', { through: '2020-01-31', reason: '结' }],
  ]

  async function told(who: keyof typeof people): Promise<Readonly<Record<string, Fields>>> {
    const { data, errors } = await sendAs(
      tested,
      people[who],
      `{ plan(code: "${plan}") {
        mayEdit mayClosePeriod mayReopenPeriod
        estates: commitment(code: "estates") { ...may ... on Indicator {
          mayReport mayAmend observations(first: 9) { nodes { value effectiveOn maySubmit mayApprove mayReturn mayCorrect } }
        } }
        invested: commitment(code: "invested") { ... on Indicator { mayReport } }
        opening: commitment(code: "opening") { ...may ... on Milestone { mayRecord } }
        road_open: commitment(code: "road-open") { ...may }
        design: commitment(code: "design") { ...may ... on Milestone { mayRecord } }
        bridge: project(code: "bridge") { mayRecordStage }
        extensions(first: 1) { nodes { mayDecide } }
      } }
      fragment may on Commitment { mayRequestExtension mayWaive mayAssign mayJudge }`,
    )
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    // The query above says what is in it.
    const seen = data as unknown as {
      plan: Readonly<Record<string, Fields>> & {
        estates: { observations: { nodes: Fields[] } }
        extensions: { nodes: Fields[] }
      }
    }
    const { nodes } = seen.plan.estates.observations
    return {
      ...seen.plan,
      plan: { ...seen.plan },
      asked: seen.plan.extensions.nodes[0] ?? {},
      ...Object.fromEntries(states.map((state, at) => [state, nodes[at] ?? {}])),
    }
  }

  it.each(Object.keys(people) as (keyof typeof people)[])(
    'is told %s just as the writes would have it',
    async (who) => {
      const fields = await told(who)
      const expected: Record<string, unknown> = {}
      const actual: Record<string, unknown> = {}
      for (const [field, mutation, input] of acts) {
        const [place = '', name = ''] = field.split('.')
        actual[field] = fields[place]?.[name]
        const result = await giveAs(tested, people[who], mutation, { plan, dryRun: true, ...input })
        expected[field] = String(result.__typename).endsWith('Payload')
      }
      expect(actual).toEqual(expected)
    },
  )

  it('tells who the viewer is', async () => {
    const query = '{ viewer { subject roles units } }'
    expect(await sendAs(tested, people['a REPORTER of the unit'], query)).toMatchObject({
      data: { viewer: { subject: 'zhang', roles: ['REPORTER'], units: ['housing'] } },
    })
    expect(await sendAs(tested, null, query)).toMatchObject({
      data: { viewer: { subject: null, roles: [], units: [] } },
    })
  })

  it('leaves a trail: who, when, what, before, after and why, of the plan and of a commitment', async () => {
    const { data, errors } = await sendAs(
      tested,
      null,
      `{ plan(code: "${plan}") {
        audit(first: 3) { totalCount pageInfo { endCursor hasNextPage } nodes {
          revision at actor what reason summary factCount
          facts(first: 1) { nodes { fact what label(lang: EN) before after reason effectiveOn } }
          changes { code before { status } after { status light } }
        } }
        first: audit(last: 1) { nodes { what factCount facts(first: 0) { totalCount } } }
        commitment(code: "estates") { audit(first: 10) { nodes { what actor before after reason } } }
      } }`,
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      plan: {
        audit: {
          totalCount: 8,
          pageInfo: { hasNextPage: true },
          nodes: [
            {
              revision: 8,
              at: '2020-07-14T04:00:00.000Z',
              actor: 'test',
              what: 'recordMilestone',
              summary: { on: '2020-06-01', of: { milestone: 'design' }, facts: 1 },
              factCount: 1,
              facts: {
                nodes: [{ what: 'MILESTONE_RECORD', label: 'milestone record', before: null }],
              },
              changes: [
                {
                  code: 'milestone/design',
                  before: { status: 'OVERDUE' },
                  after: { status: 'MET', light: 'GREEN' },
                },
              ],
            },
            {
              what: 'requestExtension',
              reason: '汛期',
              facts: {
                nodes: [{ before: { dueOn: '2020-09-30' }, after: { dueOn: '2020-11-30' } }],
              },
              changes: [],
            },
            { what: 'reviewObservations', facts: { nodes: [{ reason: '不符' }] } },
          ],
        },
        first: { nodes: [{ what: 'importPlan', facts: { totalCount: 19 } }] },
        commitment: {
          audit: {
            nodes: [
              { what: 'DEFINITION', before: null, after: { code: 'estates', target: '120' } },
              { what: 'OBSERVATION' },
              { what: 'OBSERVATION' },
              { what: 'OBSERVATION' },
              { what: 'OBSERVATION' },
              { what: 'REVIEW', before: { state: 'SUBMITTED' }, after: { state: 'RETURNED' } },
            ],
          },
        },
      },
    })
  })
})
