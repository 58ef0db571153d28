import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, ObservationInput } from '@duban/domain'
import type { Actor } from '@duban/domain/decide'
import { openStorage, type Storage } from '@duban/storage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { derivedRows } from '../../../../packages/storage/test/derived-rows.ts'
import { rowsOfFile } from '../../../../packages/storage/test/rows-of-file.ts'
import { officePlan } from '../../test/support/office-plan.ts'
import { deriveRows } from './derived-rows.ts'
import { statusChanges } from './status-changes.ts'
import { type WriteOutcome, type WriteRequest, write } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-writing-'))
const url = `file:${join(folder, 'duban.db')}`
const rows = (sql: string) => rowsOfFile(url, sql)
let storage: Storage
beforeAll(async () => {
  storage = await openStorage({ url })
})
afterAll(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})

const program: Actor = { name: 'test', roles: [], units: [], trusted: true }
const housing: Actor = { name: 'zhang', roles: ['REPORTER'], units: ['housing'] }
const now = '2020-07-15T04:00:00.000Z'

let plans = 0
let plan = ''
let ids = 0
beforeEach(async () => {
  plan = `office-${++plans}`
  await give(
    { type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) },
    { now: '2020-01-02T00:00:00.000Z' },
  )
})

function give(command: Command, change: Partial<WriteRequest> = {}): Promise<WriteOutcome> {
  const newId = () => `f${++ids}`
  return write(storage, { plan, command, actor: program, now, newId, ...change })
}

function report(value: string, change: Partial<ObservationInput> = {}): Command {
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: 'estates' },
        value,
        effectiveOn: '2020-06-30',
        reporter: 'housing',
        state: 'APPROVED',
        ...change,
      },
    ],
  }
}

async function revisionNow(): Promise<number | undefined> {
  return (await storage.revisions([plan])).get(plan)
}

describe('write', () => {
  it('commits the facts with an audit entry and the timelines they touch', async () => {
    const outcome = await give(report('118'), { actor: { ...program, name: 'li' } })
    expect(outcome).toMatchObject({
      outcome: 'DONE',
      saved: true,
      repeated: false,
      revision: 2,
      facts: [{ type: 'OBSERVATION', value: '118', recordedBy: 'li', recordedAt: now }],
    })
    const audit = await storage.auditOf(plan, { first: 1 })
    expect(audit.edges[0]?.row).toMatchObject({
      at: now,
      actor: 'li',
      command: 'reportObservations',
      revision: 2,
      factCount: 1,
      summary: { observations: 1, facts: 1 },
    })
  })

  it('keeps the same rows as a rebuild, whatever was written', async () => {
    const commands: readonly Command[] = [
      report('60'),
      report('200', { of: { kind: 'INDICATOR', code: 'stock' } }),
      report('900', { of: { kind: 'PROJECT', code: 'bridge' }, reporter: 'roads' }),
      { type: 'RECORD_PROJECT_STAGE', project: 'bridge', stage: 'STARTED', on: '2020-07-10' },
      { type: 'RECORD_MILESTONE', of: { milestone: 'opening' }, on: '2020-07-01' },
      {
        type: 'RECORD_MILESTONE',
        of: { subject: { kind: 'PLATE', code: 'south' }, event: 'design' },
        on: '2020-07-02',
      },
      {
        type: 'AMEND_TARGET',
        indicator: 'estates',
        field: 'target',
        value: '50',
        reason: '调减',
      },
      {
        type: 'REQUEST_EXTENSION',
        commitment: 'milestone/road-open',
        dueOn: '2020-11-30',
        reason: '汛期',
      },
      { type: 'WAIVE_COMMITMENT', commitment: 'obligation/started/bridge', reason: '停建' },
      {
        type: 'ASSIGN_UNIT',
        commitment: 'indicator/estates',
        unit: 'office',
        role: 'SUPERVISE',
      },
    ]
    for (const command of commands) {
      const outcome = await give(command)
      expect([command.type, outcome.outcome]).toEqual([command.type, 'DONE'])
      if (outcome.outcome !== 'DONE') return
      const request = outcome.facts.find(({ type }) => type === 'EXTENSION_REQUEST')
      if (request !== undefined) {
        await give({ type: 'DECIDE_EXTENSION', request: request.id, approved: true })
      }
      const kept = await derivedRows({ rows })
      await storage.rebuild(deriveRows, [plan])
      expect([command.type, kept]).toEqual([command.type, await derivedRows({ rows })])
    }
    expect(await revisionNow()).toBe(12)
  })

  it('writes nothing and says why when the domain refuses', async () => {
    const outcome = await give(report('x', { effectiveOn: '2020-02-30' }), { actor: housing })
    expect(outcome).toMatchObject({
      outcome: 'REFUSED',
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'INVALID_DATE', path: 'observations.0.effectiveOn' }),
        expect.objectContaining({ code: 'INVALID_DECIMAL', path: 'observations.0.value' }),
      ]),
    })
    expect(await revisionNow()).toBe(1)
    expect(await give(report('1'), { plan: 'nowhere' })).toMatchObject({
      outcome: 'REFUSED',
      refusals: [{ code: 'NO_PLAN' }],
    })
  })

  it('tells of a dry run what would change in status and light, and writes nothing', async () => {
    const outcome = await give(report('130'), { dryRun: true, idempotencyKey: 'k' })
    expect(outcome).toMatchObject({ outcome: 'DONE', saved: false, revision: 1 })
    expect(await revisionNow()).toBe(1)
    if (outcome.outcome !== 'DONE') return
    expect(statusChanges(outcome.before, outcome.after, outcome.facts, now)).toEqual([
      {
        commitment: 'indicator/estates',
        before: { status: 'UNKNOWN', light: 'GREY', dueOn: '2020-12-31' },
        after: { status: 'MET', light: 'GREEN', dueOn: '2020-12-31' },
      },
    ])
    // The key is still free.
    expect(await give(report('130'), { idempotencyKey: 'k' })).toMatchObject({ saved: true })
  })

  it('saves nothing, and no revision, where nothing would change', async () => {
    const again: Command = { type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) }
    expect(await give(again)).toMatchObject({
      outcome: 'DONE',
      saved: false,
      revision: 1,
      facts: [],
    })
    expect(await revisionNow()).toBe(1)
  })

  it('refuses another revision than the one expected, and names the current one', async () => {
    await give(report('10'))
    const second = report('20', { effectiveOn: '2020-05-31' })
    expect(await give(second, { expectedRevision: 1 })).toEqual({
      outcome: 'CONFLICT',
      expected: 1,
      current: 2,
    })
    expect(await give(second, { expectedRevision: 2 })).toMatchObject({ saved: true, revision: 3 })
    const anew: Command = { type: 'IMPORT_PLAN', plan: officePlan({ code: plan }) }
    expect(await give(anew, { expectedRevision: 0 })).toMatchObject({ outcome: 'CONFLICT' })
  })

  it('gives a repeated key the first answer, facts and all, and refuses it for another request', async () => {
    const first = await give(report('10'), { idempotencyKey: 'once' })
    await give(report('20', { effectiveOn: '2020-05-31' }))
    const repeat = await give(report('10'), { idempotencyKey: 'once', expectedRevision: 1 })
    expect(repeat).toEqual({ ...first, repeated: true })
    expect(await revisionNow()).toBe(3)
    const other = await give(report('11'), { idempotencyKey: 'once' })
    expect(other).toEqual({ outcome: 'KEY_REUSED', key: 'once', revision: 2 })
    const someoneElse = await give(report('10'), { idempotencyKey: 'once', actor: housing })
    expect(someoneElse).toMatchObject({ outcome: 'KEY_REUSED' })
  })

  it('decides again when another writer was first, so that none of many is lost', async () => {
    const other = await openStorage({ url: `file:${join(folder, 'duban.db')}` })
    try {
      const days = Array.from(
        { length: 20 },
        (_, at) => `2020-06-${String(at + 1).padStart(2, '0')}`,
      )
      const outcomes = await Promise.all(
        days.map((effectiveOn, at) =>
          write(at % 2 === 0 ? storage : other, {
            plan,
            command: report(String(at), { effectiveOn }),
            actor: program,
            now,
            newId: () => `many-${plan}-${at}`,
          }),
        ),
      )
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(days.map(() => 'DONE'))
      const facts = await storage.loadPlan(plan)
      expect(facts?.revision).toBe(21)
      expect(facts?.facts.filter(({ type }) => type === 'OBSERVATION')).toHaveLength(20)
    } finally {
      await other.close()
    }
  })

  it('lets only the first of two equal reports through, however close they come', async () => {
    const outcomes = await Promise.all([give(report('10')), give(report('10'))])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['DONE', 'REFUSED'])
    expect(outcomes[1]).toMatchObject({ refusals: [{ code: 'DUPLICATE' }] })
  })
})
