import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decide, DeriveChange, Storage } from '../src/index.ts'
import { derivedOf } from './crash/derived-of.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { derivedRows } from './derived-rows.ts'
import { audit, followed, newPlan, observation } from './samples.ts'

describe.each(dialects)('updates that wait for one plan of %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage
  let derived: { readonly revision: number; readonly before: number; readonly added: string[] }[]

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open({ busyTimeout: 200 })
    await storage.commit(newPlan('a'))
    await storage.loadPlan('a')
    derived = []
  })
  afterEach(() => database.drop())

  const derive: DeriveChange = (after, added, before) => {
    derived.push({
      revision: after.revision,
      before: before.revision,
      added: added.map(({ id }) => id),
    })
    return derivedOf(after)
  }
  /** Reports a value of the indicator named as the fact is. */
  const report =
    (id: string, key?: string): Decide<string> =>
    (plan) => ({
      commit: followed(
        plan,
        {
          facts: [observation(id, { of: { kind: 'INDICATOR', code: id } })],
          audit: { ...audit, reason: id },
          ...(key === undefined
            ? {}
            : { idempotency: { key, fingerprint: 'f', answer: { first: id } } }),
        },
        derive,
      ),
    })
  const withKey = (key: string) => ({ idempotency: { key, fingerprint: 'f' } })
  const idsKept = async () => (await storage.loadPlan('a'))?.facts.slice(1).map(({ id }) => id)

  it('are commits of their own in one transaction, with rows derived once', async () => {
    const ids = ['x', 'y', 'z']
    const outcomes = await Promise.all(ids.map((id) => storage.update('a', report(id))))
    expect(outcomes).toEqual([2, 3, 4].map((revision) => ({ outcome: 'COMMITTED', revision })))
    expect(derived).toEqual([{ revision: 4, before: 1, added: ids }])
    const entries = (await storage.auditOf('a', { first: 9 })).edges.map(({ row }) => row)
    expect(entries.map(({ revision, reason, factCount }) => [revision, reason, factCount])).toEqual(
      [
        [4, 'z', 1],
        [3, 'y', 1],
        [2, 'x', 1],
        [1, null, 1],
      ],
    )
    const commits = await storage.commitsSince('a', 1, 9)
    expect(commits.map(({ revision, factsThrough }) => [revision, factsThrough])).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ])
    const other = await database.open()
    expect(await other.loadPlan('a')).toEqual(await storage.loadPlan('a'))
    expect(await idsKept()).toEqual(ids)
    const kept = await derivedRows(database)
    expect(kept[0]).toHaveLength(3)
    await storage.rebuild(derivedOf)
    expect(await derivedRows(database)).toEqual(kept)
  })

  it('are decided one upon another, and refused by what goes before them', async () => {
    const once: Decide<string> = (plan) =>
      plan?.facts.some(({ id }) => id === 'x') ? { refusal: 'there is one' } : report('x')(plan)
    const seen = { expectedRevision: 1 }
    const outcomes = await Promise.all([
      storage.update('a', once),
      storage.update('a', once),
      storage.update('a', report('y'), seen),
      storage.update('a', report('z'), { expectedRevision: 2 }),
    ])
    expect(outcomes).toEqual([
      { outcome: 'COMMITTED', revision: 2 },
      { outcome: 'REFUSED', refusal: 'there is one' },
      { outcome: 'CONFLICT', revision: 2 },
      { outcome: 'COMMITTED', revision: 3 },
    ])
    expect(derived).toHaveLength(1)
    expect(await idsKept()).toEqual(['x', 'z'])
  })

  it('begin anew where another server was first', async () => {
    const other = await database.open()
    await other.update('a', report('w'))
    derived = []
    const outcomes = await Promise.all(['x', 'y', 'z'].map((id) => storage.update('a', report(id))))
    expect(outcomes).toEqual([3, 4, 5].map((revision) => ({ outcome: 'COMMITTED', revision })))
    expect(await idsKept()).toEqual(['w', 'x', 'y', 'z'])
    expect(derived.at(-1)).toEqual({ revision: 5, before: 3, added: ['y', 'z'] })
  })

  it('give a repeated key its first answer, whether it waits too or went before', async () => {
    await storage.update('a', report('k', 'used'), withKey('used'))
    const outcomes = await Promise.all([
      storage.update('a', report('x')),
      storage.update('a', report('y', 'new'), withKey('new')),
      storage.update('a', report('z', 'used'), withKey('used')),
      storage.update('a', report('v', 'new'), withKey('new')),
      storage.update('a', () => ({ refusal: 'no' }), withKey('used')),
      storage.update('a', report('w')),
    ])
    expect(outcomes).toEqual([
      { outcome: 'COMMITTED', revision: 3 },
      { outcome: 'COMMITTED', revision: 4 },
      { outcome: 'REPEATED', revision: 2, answer: { first: 'k' } },
      { outcome: 'REPEATED', revision: 4, answer: { first: 'y' } },
      { outcome: 'REPEATED', revision: 2, answer: { first: 'k' } },
      { outcome: 'COMMITTED', revision: 5 },
    ])
    expect(await idsKept()).toEqual(['k', 'x', 'y', 'w'])
  })

  it('do without one that fails, and with one that cannot be followed', async () => {
    const outcomes = await Promise.allSettled([
      storage.update('a', report('x')),
      storage.update('a', report('x')),
      storage.update('a', () => {
        throw new TypeError('a fault')
      }),
      storage.update('a', () => ({ commit: { facts: [observation('y')], audit } })),
      storage.update('a', report('z')),
    ])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { revision: 2 } },
      { status: 'rejected', reason: { code: 'DUPLICATE_FACT' } },
      { status: 'rejected', reason: { code: 'UNEXPECTED' } },
      { status: 'fulfilled', value: { revision: 3 } },
      { status: 'fulfilled', value: { revision: 4 } },
    ])
    expect(await idsKept()).toEqual(['x', 'y', 'z'])
  })

  it('of many facts take several transactions', async () => {
    const many =
      (name: string): Decide<never> =>
      (plan) => {
        const facts = Array.from({ length: 2000 }, (_, at) => observation(`${name}-${at}`))
        return { commit: followed(plan, { facts, audit }, derive) }
      }
    await Promise.all(['x', 'y', 'z'].map((name) => storage.update('a', many(name))))
    expect(derived.map(({ revision, before }) => [before, revision])).toEqual([
      [1, 3],
      [3, 4],
    ])
    expect(await idsKept()).toHaveLength(6000)
  })
})

it('updates that wait for a locked file are all told so, and nothing of them is kept', async () => {
  const database = await freshDatabase('sqlite')
  const storage = await database.open({ busyTimeout: 20 })
  await storage.commit(newPlan('a'))
  await storage.loadPlan('a')
  const holder = new Database(database.url.slice('file:'.length))
  holder.exec('BEGIN IMMEDIATE')
  const update = (id: string): Decide<string> => {
    return (plan) => ({ commit: followed(plan, { facts: [observation(id)], audit }) })
  }
  const outcomes = await Promise.allSettled([
    storage.update('a', update('x')),
    storage.update('a', () => ({ refusal: 'no' })),
    storage.update('a', update('y')),
  ])
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: { code: 'LOCKED' } },
    { status: 'fulfilled', value: { outcome: 'REFUSED', refusal: 'no' } },
    { status: 'rejected', reason: { code: 'LOCKED' } },
  ])
  holder.close()
  expect(await storage.update('a', update('x'))).toEqual({ outcome: 'COMMITTED', revision: 2 })
  await database.drop()
})
