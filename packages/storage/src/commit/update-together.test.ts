import { setImmediate as turn } from 'node:timers/promises'
import type { PlanFacts } from '@duban/domain'
import { describe, expect, it } from 'vitest'
import { audit, observation } from '../../test/samples.ts'
import type { Decide } from '../contract/commit.ts'
import type { CommitRun } from './commit-run.ts'
import { factCountOf, revisionsOf } from './commit-run.ts'
import type { PlanSource } from './update-plan.ts'
import { updateQueue } from './update-queue.ts'
import { settleFirst } from './update-together.ts'

/** A database that takes its time: each run is committed, or refused, when it is told to. */
function slowDatabase(isElsewhere: boolean) {
  let plan: PlanFacts = { code: 'a', revision: 1, facts: [] }
  const runs: { readonly run: CommitRun; readonly end: (done: boolean) => void }[] = []
  const source: PlanSource = {
    isElsewhere,
    known: () => plan,
    load: async () => plan,
    keep: (_before, after) => {
      plan = after
    },
    answerTo: async () => null,
    commit: async ({ baseRevision }) => ({ outcome: 'COMMITTED', revision: baseRevision + 1 }),
    commitRun: (run) => {
      run.derive()
      run.made?.()
      return new Promise((end) => runs.push({ run, end }))
    },
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
  it('go by halves: one is made ready while the database has the other', async () => {
    const { source, runs } = slowDatabase(true)
    const { told, report } = reporter()
    const update = updateQueue((...asked) => settleFirst(source, ...asked))
    const all = Array.from({ length: 20 }, (_, at) => update('a', report(`u${at}`)))
    await turns()
    expect(runs.map(({ run }) => factCountOf(run))).toEqual([10])
    // The second half is decided, and its rows are derived, before the first is committed.
    expect(told).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `u${at} on ${at + 1}`),
      'rows of 11',
      ...Array.from({ length: 10 }, (_, at) => `u${at + 10} on ${at + 11}`),
      'rows of 21',
    ])
    runs[0]?.end(true)
    await turns()
    expect(runs.map(({ run }) => revisionsOf(run))).toEqual([
      { base: 1, last: 11 },
      { base: 11, last: 21 },
    ])
    runs[1]?.end(true)
    const outcomes = await Promise.all(all)
    expect(outcomes).toEqual(outcomes.map((_, at) => ({ outcome: 'COMMITTED', revision: at + 2 })))
    // Nothing was done twice.
    expect(told).toHaveLength(22)
  })

  it('are made ready anew where what they were decided on did not come about', async () => {
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
    for (let at = 1; at < 20; at += 1) {
      runs[at]?.end(true)
      await turns()
    }
    const outcomes = await Promise.all(all)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'COMMITTED'))
    const revisions = outcomes.map((outcome) => ('revision' in outcome ? outcome.revision : 0))
    expect(new Set(revisions).size).toBe(16)
    expect(Math.max(...revisions)).toBe(18)
  })

  it('are told of a failure only where they were part of it', async () => {
    const { source, runs } = slowDatabase(true)
    const { report } = reporter()
    const failing: PlanSource = {
      ...source,
      commitRun: (run) =>
        source.commitRun(run).then((done) => {
          if (!done) throw new Error('the line was cut')
          return done
        }),
    }
    const update = updateQueue((...asked) => settleFirst(failing, ...asked))
    const all = Array.from({ length: 16 }, (_, at) => update('a', report(`u${at}`)))
    const ends = Promise.allSettled(all)
    await turns()
    runs[0]?.end(false)
    await turns()
    for (let at = 1; at < 20; at += 1) {
      runs[at]?.end(true)
      await turns()
    }
    const states = (await ends).map(({ status }) => status)
    expect(states).toEqual([...Array(8).fill('rejected'), ...Array(8).fill('fulfilled')])
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
