import type { Command } from '@duban/domain'
import { printPlan } from '@duban/plan-file'
import { afterAll, describe, expect, it } from 'vitest'
import { write } from '../src/writing/write.ts'
import { officeText } from './support/office-document.ts'
import { officePlan, startedRule } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'
import { giveAs } from './support/writer.ts'

// Who may do what, by hand: R a REPORTER for its own unit, V a REVIEWER, E an EDITOR, A an ADMIN.
const table = {
  importPlan: 'E A',
  reportObservations: 'R E A',
  reportApproved: 'A',
  correctObservation: 'R E A',
  submitObservations: 'R V A',
  approveObservations: 'V A',
  recordMilestone: 'R E A',
  recordProjectStage: 'R E A',
  amendTarget: 'E A',
  requestExtension: 'R E A',
  decideExtension: 'V A',
  waiveCommitment: 'E A',
  assignUnit: 'E A',
  judgeCommitment: 'V A',
  saveRule: 'E A',
  savePolicy: 'E A',
  attachDocument: 'E A',
  closePeriod: 'V A',
  reopenPeriod: 'A',
} as const

type Case = keyof typeof table
type Fields = Readonly<Record<string, unknown>>

const people = {
  nobody: null,
  'a REPORTER of the unit': { name: 'zhang', roles: ['REPORTER'], units: ['housing'] },
  'a REPORTER of another unit': { name: 'zhao', roles: ['REPORTER'], units: ['roads'] },
  'a REPORTER of no unit': { name: 'zhou', roles: ['REPORTER'], units: [] },
  'a REVIEWER': { name: 'li', roles: ['REVIEWER'], units: ['housing'] },
  'an EDITOR': { name: 'wang', roles: ['EDITOR'], units: ['roads'] },
  'an ADMIN': { name: 'chen', roles: ['ADMIN'], units: [] },
  'someone without a role': { name: 'sun', roles: [], units: ['housing'] },
} as const

const letterOf: Readonly<Record<string, string>> = {
  'a REPORTER of the unit': 'R',
  'a REVIEWER': 'V',
  'an EDITOR': 'E',
  'an ADMIN': 'A',
}

const now = '2020-07-15T04:00:00.000Z'
const program = { name: 'test', roles: [], units: [], trusted: true }

/** What each case asks of a plan in which everything is of the housing bureau, and how many facts it adds. */
function inputOf(name: Case, plan: string): { readonly input: Fields; readonly adds?: number } {
  const observation = {
    of: { code: 'estates' },
    value: '70',
    effectiveOn: '2020-07-01',
    reporter: 'housing',
  }
  switch (name) {
    case 'importPlan':
      return {
        input: {
          document: printPlan(officePlan({ code: plan, title: { zh: '改题', en: 'Renamed' } })),
        },
      }
    case 'reportObservations':
      return { input: { plan, observations: [observation] } }
    case 'reportApproved':
      return { input: { plan, observations: [{ ...observation, state: 'APPROVED' }] } }
    case 'correctObservation':
      return { input: { plan, observation: 'sent', value: '71', reason: '更正' } }
    case 'submitObservations':
      return { input: { plan, reviews: [{ observation: 'draft', state: 'SUBMITTED' }] } }
    case 'approveObservations':
      return { input: { plan, reviews: [{ observation: 'sent', state: 'APPROVED' }] } }
    case 'recordMilestone':
      return { input: { plan, of: { milestone: 'opening' }, on: '2020-07-10' } }
    case 'recordProjectStage':
      return { input: { plan, project: 'estate', stage: 'COMPLETED', on: '2020-07-10' } }
    case 'amendTarget':
      return { input: { plan, indicator: 'estates', value: '99', reason: '调整' } }
    case 'requestExtension':
      return {
        input: { plan, commitment: 'opening', dueOn: '2020-11-30', reason: '汛期' },
      }
    case 'decideExtension':
      return { input: { plan, extension: 'asked', approved: true } }
    case 'waiveCommitment':
      return { input: { plan, commitment: 'estates', reason: '停止' } }
    case 'assignUnit':
      return { input: { plan, commitment: 'estates', unit: 'housing', role: 'SUPERVISE' } }
    case 'judgeCommitment':
      return { input: { plan, commitment: 'estates', light: 'RED', reason: '实地查看' } }
    case 'saveRule': {
      const { code, title, subject, require, severity } = startedRule
      return { input: { plan, rule: { code: `${code}-2`, title, subject, require, severity } } }
    }
    case 'savePolicy':
      return {
        input: {
          plan,
          policy: {
            code: 'own',
            version: '1',
            title: { zh: '自定' },
            lights: [{ light: 'GREEN', when: 'true' }],
          },
        },
      }
    case 'attachDocument':
      return { input: { plan, text: officeText }, adds: 0 }
    case 'closePeriod':
      return { input: { plan, through: '2020-05-31', reason: '小结' } }
    case 'reopenPeriod':
      return { input: { plan, through: '2020-01-31', reason: '补报' } }
  }
}

const mutationOf: Readonly<Partial<Record<Case, string>>> = {
  reportApproved: 'reportObservations',
  submitObservations: 'reviewObservations',
  approveObservations: 'reviewObservations',
}

describe('who may write', async () => {
  const tested = await testServer()
  afterAll(() => tested.close())
  let plans = 0

  /** A plan with a draft, a report, a wish for more time and a closed month. */
  async function makePlan(): Promise<string> {
    const plan = `office-${++plans}`
    const report = (effectiveOn: string, state: 'DRAFT' | 'SUBMITTED'): Command => ({
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
    const commands: readonly (readonly [string, Command])[] = [
      ['plan', { type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) }],
      ['draft', report('2020-06-30', 'DRAFT')],
      ['sent', report('2020-05-31', 'SUBMITTED')],
      [
        'asked',
        {
          type: 'REQUEST_EXTENSION',
          commitment: 'indicator/estates',
          dueOn: '2021-03-31',
          reason: '汛期',
        },
      ],
      ['closed', { type: 'CLOSE_PERIOD', through: '2020-01-31', reason: '小结' }],
    ]
    for (const [id, command] of commands) {
      let ids = 0
      const newId = () => (ids++ === 0 ? id : `${id}-${ids}`)
      const outcome = await write(tested.storage, { plan, command, actor: program, now, newId })
      if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
    }
    return plan
  }

  const cases = (Object.keys(table) as Case[]).flatMap((name) =>
    Object.entries(people).map(([who, actor]) => ({
      name,
      who,
      actor,
      allowed: table[name].split(' ').includes(letterOf[who] ?? '-'),
    })),
  )

  /** Tries a case on a plan, and tells what came of it and what was there before and after. */
  async function attempt({ name, actor }: (typeof cases)[number], plan: string) {
    const state = async () => ({
      facts: await tested.storage.loadPlan(plan),
      plans: await tested.storage.countPlans(),
      audit: await tested.storage.countAudit(plan),
    })
    const before = await state()
    const { input, adds = 1 } = inputOf(name, plan)
    const result = await giveAs(tested, actor, mutationOf[name] ?? name, input)
    return { result, adds, before, after: await state() }
  }

  it.each(cases.filter(({ allowed }) => allowed))('$name is done for $who', async (each) => {
    const { result, adds, before, after } = await attempt(each, await makePlan())
    const count = before.facts?.facts.length ?? 0
    expect(result).toMatchObject({ saved: true, factCount: adds })
    expect(after.facts?.revision).toBe((before.facts?.revision ?? 0) + 1)
    expect(after.facts?.facts.slice(0, count)).toEqual(before.facts?.facts)
    expect(after.facts?.facts.slice(count).map(({ recordedBy }) => recordedBy)).toEqual(
      Array.from({ length: adds }, () => each.actor?.name),
    )
    expect(after).toMatchObject({ plans: before.plans, audit: before.audit + 1 })
  })

  // What writes nothing can be tried on one plan.
  const shared = await makePlan()

  it.each(cases.filter(({ allowed }) => !allowed))('$name is refused to $who', async (each) => {
    const { result, before, after } = await attempt(each, shared)
    const codes = each.actor === null ? ['NO_TOKEN'] : ['NOT_ALLOWED', 'NOT_YOUR_UNIT']
    expect(result).toMatchObject({
      __typename: 'NotAllowed',
      code: expect.toBeOneOf(codes),
      zh: expect.stringMatching(/\p{Script=Han}/u),
      roles: expect.arrayContaining(['ADMIN']),
    })
    expect(after).toEqual(before)
  })
})
