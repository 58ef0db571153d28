import type { Command, Plan } from '@duban/domain'
import { loadErqi2020 } from '@duban/erqi-2020'
import type { Storage } from '@duban/storage'
import { write } from '../../src/writing/write.ts'

/**
 * Erqi's plan with three units and half a year of made-up reports: some late, one corrected, one returned, one
 * extension, one target raised, one commitment waived. The questions' answers are worked out from this list.
 */
const year: readonly (readonly [recordedAt: string, command: Command])[] = [
  ['2020-01-15', assign('indicator/old-estates-renewed', 'housing', 'LEAD')],
  ['2020-01-15', assign('indicator/old-estates-renewed', 'development', 'SUPPORT')],
  ['2020-01-15', assign('indicator/annual-investment', 'development', 'LEAD')],
  ['2020-01-15', assign('indicator/new-schools', 'education', 'LEAD')],
  ['2020-01-15', assign('indicator/new-public-kindergartens', 'education', 'LEAD')],
  ['2020-01-15', assign('milestone/new-starts-started', 'development', 'LEAD')],
  ['2020-03-05', report('old-estates-renewed', '20', '2020-02-29', 'housing')],
  ['2020-03-21', stage('erqi-square', 'STARTED', '2020-03-20')],
  ['2020-04-05', report('old-estates-renewed', '60', '2020-03-31', 'housing')],
  ['2020-04-06', report('annual-investment', '100', '2020-03-31', 'development')],
  ['2020-04-29', met('new-starts-cleared', '2020-04-28')],
  [
    '2020-05-02',
    {
      type: 'AMEND_TARGET',
      indicator: 'new-public-kindergartens',
      field: 'target',
      value: '15',
      reason: '入园人数多于预计',
      effectiveOn: '2020-05-01',
    },
  ],
  ['2020-05-05', report('old-estates-renewed', '120', '2020-04-30', 'housing')],
  ['2020-06-02', report('one-visit-services', '310', '2020-05-31', 'development')],
  ['2020-06-05', report('old-estates-renewed', '200', '2020-05-31', 'housing')],
  [
    '2020-06-08',
    {
      type: 'WAIVE_COMMITMENT',
      commitment: 'indicator/community-health-centre-coverage',
      reason: '由市里统一考核',
      effectiveOn: '2020-06-01',
    },
  ],
  ['2020-06-16', event('health-and-care', 'urban-design-finished', '2020-06-15')],
  [
    '2020-06-20',
    {
      type: 'REQUEST_EXTENSION',
      commitment: 'milestone/preliminary-prepared',
      dueOn: '2020-07-31',
      reason: '疫情影响前期工作',
    },
  ],
  ['2020-06-25', { type: 'DECIDE_EXTENSION', request: 'request', approved: true }],
  ['2020-07-05', report('old-estates-renewed', '262', '2020-06-30', 'housing')],
  ['2020-07-06', report('annual-investment', '240', '2020-06-30', 'development')],
  ['2020-07-06', report('new-schools', '2', '2020-06-30', 'education')],
  ['2020-07-06', report('new-public-kindergartens', '9', '2020-06-30', 'education', 'SUBMITTED')],
  ['2020-07-04', event('fenghu-smart-district', 'urban-design-finished', '2020-07-03')],
  ['2020-07-11', met('new-starts-started', '2020-07-10')],
  [
    '2020-07-20',
    {
      type: 'CORRECT_OBSERVATION',
      observation: 'june estates',
      value: '250',
      state: 'APPROVED',
      reason: '重复计算12个小区',
    },
  ],
]

function assign(commitment: string, unit: string, role: 'LEAD' | 'SUPPORT'): Command {
  return { type: 'ASSIGN_UNIT', commitment, unit, role, effectiveOn: '2020-01-15' }
}

function report(
  code: string,
  value: string,
  effectiveOn: string,
  reporter: string,
  state: 'APPROVED' | 'SUBMITTED' = 'APPROVED',
): Command {
  const of = { kind: 'INDICATOR' as const, code }
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: [{ of, value, effectiveOn, reporter, state }],
  }
}

function met(milestone: string, on: string): Command {
  return { type: 'RECORD_MILESTONE', of: { milestone }, on }
}

function event(plate: string, name: string, on: string): Command {
  return {
    type: 'RECORD_MILESTONE',
    of: { subject: { kind: 'PLATE', code: plate }, event: name },
    on,
  }
}

function stage(project: string, to: 'STARTED', on: string): Command {
  return { type: 'RECORD_PROJECT_STAGE', project, stage: to, on }
}

const units: Plan['units'] = [
  { code: 'housing', name: { zh: '住建局', en: 'Housing Bureau' } },
  { code: 'development', name: { zh: '发改委', en: 'Development Commission' } },
  { code: 'education', name: { zh: '教体局', en: 'Education Bureau' } },
]

/** When the questions are asked. */
export const askedAt = '2020-08-01T04:00:00.000Z'

/** Stores the plan and its reports; commits are recorded at eight in the morning of Zhengzhou, in their order. */
export async function storeReportedYear(storage: Storage): Promise<void> {
  const plan = { ...(await loadErqi2020()), units }
  const ids = new Map<string, string>()
  let count = 0
  const give = async (recordedAt: string, command: Command): Promise<void> => {
    const result = await write(storage, {
      plan: plan.code,
      command: withIds(command, ids),
      actor: { name: 'office', roles: [], units: [], trusted: true },
      now: `${recordedAt}T00:00:00.000Z`,
      newId: () => `fact-${++count}`,
    })
    if (result.outcome !== 'DONE') throw new Error(JSON.stringify([command, result]))
    const [fact] = result.facts
    if (fact?.type === 'EXTENSION_REQUEST') ids.set('request', fact.id)
    if (fact?.type === 'OBSERVATION' && fact.value === '262') ids.set('june estates', fact.id)
  }
  await give('2020-01-10', { type: 'IMPORT_PLAN', plan })
  for (const [recordedAt, command] of year.toSorted(([a], [b]) => a.localeCompare(b))) {
    await give(recordedAt, command)
  }
}

function withIds(command: Command, ids: ReadonlyMap<string, string>): Command {
  if (command.type === 'DECIDE_EXTENSION') {
    return { ...command, request: ids.get(command.request) ?? command.request }
  }
  if (command.type === 'CORRECT_OBSERVATION') {
    return { ...command, observation: ids.get(command.observation) ?? command.observation }
  }
  return command
}
