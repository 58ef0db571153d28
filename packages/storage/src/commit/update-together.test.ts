import { setImmediate as turn } from 'node:timers/promises'
import type { PlanFacts } from '@duban/domain'
import { describe, expect, it } from 'vitest'
import { audit, observation } from '../../test/samples.ts'
import type { Decide } from '../contract/commit.ts'
import { failure } from '../failure.ts'
import type { CommitRun } from './commit-run.ts'
import { factCountOf, revisionsOf } from './commit-run.ts'
import type { PlanSource } from './update-plan.ts'
import { updateQueue } from './update-queue.ts'
import { settleFirst } from './update-together.ts'

/** A run that a database has, until it is told how it ends. */
interface Held {
  readonly run: CommitRun
  /** Those sent behind one that does not come about do not either. */
  readonly end: (how: boolean | Error) => void
}

/** A database that takes its time: each run is committed, or not, when it is told to. */
function slowDatabase(isElsewhere: boolean) {
  let plan: PlanFacts = { code: 'a', revision: 1, facts: [] }
  const runs: Held[] = []
  const commitRun = (run: CommitRun) =>
    new Promise<boolean>((resolve, reject) => {
      const behind: Held[] = []
      run.derive()
      const end: Held['end'] = (how) => {
        if (how instanceof Error) reject(how)
        else resolve(how)
        if (how !== true) for (const each of behind) each.end(how)
      }
      runs.push({ run, end })
      if (!isElsewhere) return
      run.sent?.((next) => {
        const done = commitRun(next)
        behind.push(...runs.slice(-1))
        return done
      })
    })
  const source: PlanSource = {
    isElsewhere,
    known: () => plan,
    load: async () => plan,
    keep: (_before, after) => {
      plan = after
    },
    answerTo: async () => null,
    commit: async ({ baseRevision }) => ({ outcome: 'COMMITTED', revision: baseRevision + 1 }),
    commitRun,
  }
  return {
    source,
    runs,
    /** Another server commits. */
    moveOn: () => {
      plan = { ...plan, revision: plan.revision + 1 }
    },
  }
}

/** Says what is decided and derived, in order. */
function reporter() {
  const told: string[] = []
  const report =
    (name: string): Decide<never> =>
    (known) => {
      const revision = (known?.revision ?? 0) + 1
      told.push(`${name} on ${revision - 1}`)
      const facts = [observation(name)]
      const derive = () => {
        told.push(`rows of ${revision}`)
        return {}
      }
      return { commit: { facts, audit, after: { code: 'a', revision, facts: [] }, derive } }
    }
  return { told, report }
}

const turns = async () => {
  for (let at = 0; at < 5; at += 1) await turn()
}

describe('updates that wait for a database elsewhere', () => {
  it('go by halves: one is sent behind the other before that is answered', async () => {
    const { source, runs } = slowDatabase(true)
    const { told, report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 20 }, (_, at) => update('a', report(`u${at}`)))
    await turns()
    expect(runs.map(({ run }) => revisionsOf(run))).toEqual([
      { base: 1, last: 11 },
      { base: 11, last: 21 },
    ])
    expect(runs.map(({ run }) => run.lastFact)).toEqual(['u9', 'u19'])
    expect(told).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `u${at} on ${at + 1}`),
      'rows of 11',
      ...Array.from({ length: 10 }, (_, at) => `u${at + 10} on ${at + 11}`),
      'rows of 21',
    ])
    // What comes meanwhile goes behind those once the first are there.
    const late = update('a', report('late'))
    await turns()
    expect(runs).toHaveLength(2)
    runs[0]?.end(true)
    await turns()
    expect(runs.map(({ run }) => revisionsOf(run)).slice(2)).toEqual([{ base: 21, last: 22 }])
    runs[1]?.end(true)
    runs[2]?.end(true)
    const outcomes = await Promise.all([...all, late])
    expect(outcomes).toEqual(outcomes.map((_, at) => ({ outcome: 'COMMITTED', revision: at + 2 })))
    // Nothing was done twice.
    expect(told).toHaveLength(24)
  })

  it('are decided anew where what they were decided on did not come about', async () => {
    const { source, runs, moveOn } = slowDatabase(true)
    const { told, report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 16 }, (_, at) => update('a', report(`u${at}`)))
    await turns()
    expect(told).toContain('u8 on 9')
    moveOn()
    runs[0]?.end(false)
    await turns()
    // Another server was first: the first of them went alone, on what that one left.
    expect(told).toContain('u0 on 2')
    for (let at = 2; at < 20; at += 1) {
      runs[at]?.end(true)
      await turns()
    }
    const outcomes = await Promise.all(all)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'COMMITTED'))
    const revisions = outcomes.map((outcome) => ('revision' in outcome ? outcome.revision : 0))
    expect(new Set(revisions).size).toBe(16)
    expect(Math.max(...revisions)).toBe(18)
  })

  it('are tried by themselves where one of those before them is to blame', async () => {
    const { source, runs } = slowDatabase(true)
    const { report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 16 }, (_, at) => update('a', report(`u${at}`)))
    await turns()
    runs[1]?.end(false)
    runs[0]?.end(failure('DUPLICATE_FACT', 'u3'))
    await turns()
    for (let at = 2; at < 20; at += 1) {
      runs[at]?.end(true)
      await turns()
    }
    const outcomes = await Promise.all(all)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'COMMITTED'))
  })

  it('are all told of a connection that is lost with them on it, and of no other', async () => {
    const { source, runs } = slowDatabase(true)
    const { report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 16 }, (_, at) => update('a', report(`u${at}`)))
    const ends = Promise.allSettled(all)
    await turns()
    const later = update('a', report('later'))
    runs[0]?.end(failure('CONNECTION_LOST', 'the line was cut'))
    await turns()
    runs[2]?.end(true)
    expect((await ends).map(({ status }) => status)).toEqual(Array(16).fill('rejected'))
    expect((await later).outcome).toBe('COMMITTED')
  })
})

describe('updates that wait for a database in this process', () => {
  it('all go together', async () => {
    const { source, runs } = slowDatabase(false)
    const { report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 20 }, (_, at) => update('a', report(`u${at}`)))
    await turns()
    expect(runs.map(({ run }) => factCountOf(run))).toEqual([20])
    runs[0]?.end(true)
    expect((await Promise.all(all)).at(-1)).toEqual({ outcome: 'COMMITTED', revision: 21 })
  })
})
