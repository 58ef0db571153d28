import type { Command, PlanFacts } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { describe, expect, it } from 'vitest'
import { officePlan } from '../../test/support/office-plan.ts'
import { ruleEngine } from '../rule-engine.ts'
import { auditedFacts } from './audited-facts.ts'

const program = { name: 'test', roles: [], units: [], trusted: true }

/** The facts after commands given one after another; those of the last one are named f<at>. */
function factsAfter(...commands: readonly Command[]): PlanFacts {
  let facts: PlanFacts = { code: 'office-2020', revision: 0, facts: [] }
  for (const [at, command] of [
    { type: 'IMPORT_PLAN', plan: officePlan() } as const,
    ...commands,
  ].entries()) {
    let ids = 0
    const decision = decide(facts, command, {
      now: '2020-07-15T04:00:00.000Z',
      actor: program,
      newId: () => `f${at}${ids++ === 0 ? '' : `-${ids}`}`,
      engine: ruleEngine,
    })
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusals))
    facts = appendFacts(facts, decision.facts)
  }
  return facts
}

function lastOf(...commands: readonly Command[]) {
  const plan = factsAfter(...commands)
  const [audited] = auditedFacts(plan, plan.facts.slice(-1))
  return { before: audited?.before, after: audited?.after, reason: audited?.reason }
}

const report: Command = {
  type: 'REPORT_OBSERVATIONS',
  observations: [
    {
      of: { kind: 'INDICATOR', code: 'estates' },
      value: '60',
      effectiveOn: '2020-06-30',
      reporter: 'housing',
      note: '半年',
    },
  ],
}
const asked: Command = {
  type: 'REQUEST_EXTENSION',
  commitment: 'milestone/opening',
  dueOn: '2020-11-30',
  reason: '汛期',
}
const stage: Command = {
  type: 'RECORD_PROJECT_STAGE',
  project: 'bridge',
  stage: 'STARTED',
  on: '2020-07-01',
}

describe('auditedFacts', () => {
  it.each([
    ['a report', [report], null, { value: '60', effectiveOn: '2020-06-30' }, '半年'],
    [
      'a correction',
      [report, { type: 'CORRECT_OBSERVATION', observation: 'f1', value: '66', reason: '漏报' }],
      { value: '60' },
      { value: '66' },
      '漏报',
    ],
    [
      'a review',
      [
        report,
        {
          type: 'REVIEW_OBSERVATIONS',
          reviews: [{ observation: 'f1', state: 'RETURNED', reason: '不符' }],
        },
      ],
      { state: 'SUBMITTED' },
      { state: 'RETURNED' },
      '不符',
    ],
    [
      'an amendment',
      [
        {
          type: 'AMEND_TARGET',
          indicator: 'estates',
          field: 'target',
          value: '100',
          reason: '调整',
        },
      ],
      { target: '120' },
      { target: '100' },
      '调整',
    ],
    ['a wish for more time', [asked], { dueOn: '2020-09-30' }, { dueOn: '2020-11-30' }, '汛期'],
    ['a stage', [stage], { stage: 'PREPARING' }, { stage: 'STARTED', on: '2020-07-01' }, null],
    [
      'the end of a waiver',
      [
        { type: 'WAIVE_COMMITMENT', commitment: 'indicator/estates', reason: '停' },
        {
          type: 'WAIVE_COMMITMENT',
          commitment: 'indicator/estates',
          approved: false,
          reason: '恢复',
        },
      ],
      { waived: true },
      { waived: false },
      '恢复',
    ],
    [
      'a rule defined anew',
      [
        {
          type: 'SAVE_RULE',
          rule: { ...officePlan().rules[0], severity: 'INFO' },
          note: '降级',
        },
      ],
      { severity: 'CRITICAL' },
      { severity: 'INFO' },
      '降级',
    ],
  ] as const)('tells what %s changed and why', (_name, commands, before, after, reason) => {
    // A rule spread from the plan is whole, which the compiler cannot see.
    expect(lastOf(...(commands as unknown as readonly Command[]))).toEqual({
      before,
      after,
      reason,
    })
  })

  it('gives each fact of a plan its place once', () => {
    const plan = factsAfter(report, asked, stage)
    const audited = auditedFacts(plan, plan.facts)
    expect(audited.map(({ fact }) => fact.id)).toEqual(plan.facts.map(({ id }) => id))
    expect(audited.filter(({ before }) => before !== null).map(({ fact }) => fact.type)).toEqual([
      'EXTENSION_REQUEST',
      'STAGE_CHANGE',
    ])
  })
})
