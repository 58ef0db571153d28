import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Responsibility } from '@duban/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrationsOf } from '../src/connect/migrations.ts'
import type { Derive, Storage } from '../src/index.ts'
import { listedFields } from '../src/schema/listed-fields.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { at, audit, measured, newPlan, observation, timeline } from './samples.ts'
import { facts, rowsOf, text } from './versions/rows.ts'

describe.each(dialects)('versions on %s', (dialect) => {
  let database: TestDatabase
  const migrations = migrationsOf(dialect)

  beforeEach(async () => {
    database = await freshDatabase(dialect, true)
  })
  afterEach(() => database.drop())

  const versions = migrations.map((_, index) => index + 1)

  it.each([0, ...versions])('migrate from the one after %i migrations', async (applied) => {
    await makeVersion(applied, () => [])
    const storage = await database.open()
    expect(await storage.commit(newPlan('a'))).toMatchObject({ outcome: 'COMMITTED' })
    expect(await database.rows('select hash from migration')).toHaveLength(migrations.length)
  })

  it.each(versions)('keep what is in the one after %i migrations', async (applied) => {
    await makeVersion(applied, rowsOf)
    const storage = await database.open()
    expect(await database.rows('select hash from migration')).toHaveLength(migrations.length)

    expect(await storage.loadPlan('a')).toEqual({ code: 'a', revision: 2, facts })
    const plans = await storage.findPlans({ page: { first: 5 } })
    expect(plans.edges.map(({ row }) => row)).toMatchObject([
      { code: 'a', revision: 2, title: { zh: '甲的计划', en: "Plan of 'a'" }, synthetic: false },
    ])
    const commits = await storage.commitsSince('a', 0, 5)
    expect(commits.map(({ revision, reason, summary }) => [revision, reason, summary])).toEqual([
      [1, null, { observations: 1 }],
      [2, "it's late", { observations: 2 }],
    ])
    expect(await storage.textsOf('a')).toEqual([text])
    const idempotency = { key: 'k', fingerprint: 'f' }
    const repeat = await storage.update('a', () => ({ refusal: 'no' }), { idempotency })
    expect(repeat).toEqual({ outcome: 'REPEATED', revision: 2, answer: { first: 'o1', count: 2 } })

    expect(await found(storage, '2020-06-30')).toEqual([
      ['indicator/investment', 'PENDING', '2020-01-01', '2020-06-30', '2020-12-31'],
      ['milestone/start', 'PENDING', '2020-01-01', '9999-12-31', null],
    ])
    expect(await found(storage, '2020-07-01')).toEqual([
      ['indicator/investment', 'MET', '2020-07-01', '9999-12-31', '2020-12-31'],
      ['milestone/start', 'PENDING', '2020-01-01', '9999-12-31', null],
    ])
    // Before the third migration nobody was told of commits.
    const told = applied > 2 ? { delivered: 1, attempts: 3 } : { delivered: 0, attempts: 0 }
    expect(await storage.webhooks.due('e', at, 5)).toEqual([{ plan: 'a', ...told }])
  })

  it.each(versions)('go on writing in the one after %i migrations', async (applied) => {
    await makeVersion(applied, rowsOf)
    const storage = await database.open()
    const change = { plan: 'a', baseRevision: 2, facts: [observation('o3')], audit }
    const timelines = [
      timeline('indicator/investment', { to: '2020-03-31' }, { from: '2020-04-01' }),
    ]
    expect(await storage.commit({ ...change, timelines })).toMatchObject({ outcome: 'COMMITTED' })
    expect((await storage.loadPlan('a'))?.facts).toEqual([...facts, observation('o3')])
    const all = 'select * from segment order by plan_id, commitment, from_day, lead'
    const written = await database.rows(all)
    expect(written).toHaveLength(3)
    // Of the commitment that the commit touched nothing is left of what the version wrote.
    await storage.rebuild(() => ({ timelines }))
    expect(await database.rows(all)).toEqual(written.slice(0, 2))
    const ended = await found(storage, '2020-07-01')
    expect(ended.map(([commitment, , from]) => [commitment, from])).toEqual([
      ['indicator/investment', '2020-04-01'],
    ])
  })

  it.each([1, 2, 3])(
    'find each unit in the lead in the one after %i migrations',
    async (applied) => {
      await makeVersion(applied, rowsOf)
      const responsible: readonly Responsibility[] = [
        { unit: 'help', role: 'SUPPORT' },
        { unit: 'roads', role: 'LEAD' },
        { unit: 'housing', role: 'LEAD' },
        { unit: 'roads', role: 'LEAD' },
        { unit: 'finance', role: 'LEAD' },
      ]
      await database.rows(
        `update segment set unit = 'roads', responsible = '${JSON.stringify(responsible)}' where commitment = 'milestone/start'`,
      )
      const storage = await database.open()
      const groups = await storage.breakdown({
        asOf: '2020-06-30',
        by: ['unit'],
        measures: ['COUNT'],
      })
      expect(groups.map(({ key, values }) => [...key, values.count])).toEqual([
        ['development', 1],
        ['finance', 1],
        ['housing', 1],
        ['roads', 1],
      ])
      const all = 'select * from segment order by commitment, from_day, lead'
      const migrated = await database.rows(all)
      expect(migrated).toHaveLength(5)
      // The same rows as are written anew.
      const investment = { modality: 'MUST' as const, responsible: [lead('development')] }
      const timelines = [
        timeline(
          'indicator/investment',
          { ...investment, to: '2020-06-30', reasons: ['PENDING'] },
          { ...investment, from: '2020-07-01', to: '9999-12-31', status: 'MET', reasons: ['MET'] },
        ),
        timeline('milestone/start', {
          to: '9999-12-31',
          kind: 'MILESTONE',
          code: 'start',
          dueOn: null,
          reasons: ['PENDING'],
          responsible,
        }),
      ]
      await storage.rebuild(() => ({ timelines }))
      expect(await database.rows(all)).toEqual(migrated)
    },
  )

  it('find in the rows of the one after 5 migrations the runs that are written with them', async () => {
    const change: Record<string, string> = {
      kind: 'MILESTONE',
      severity: 'INFO',
      modality: 'STRIVE',
    }
    const changes = [...listedFields, 'dueOn', 'status', 'light'].map((field, at) => ({
      from: `2020-02-${at + 10}`,
      to: `2020-02-${at + 10}`,
      responsible: [lead('u1'), lead('u2')],
      [field]: field === 'dueOn' ? null : (change[field] ?? 'other'),
    }))
    const timelines = [
      timeline('indicator/a', { to: '2020-01-01' }, ...changes.slice(0, 5)),
      timeline('indicator/b', { to: '2020-01-01' }, ...changes.slice(5)),
      timeline('indicator/c', { to: '2020-04-30' }, { from: '2020-05-02', status: 'MET' }),
    ]
    await (await database.open()).commit({ ...newPlan('a'), timelines })
    const all = 'select * from segment order by commitment, from_day, lead'
    const written = await database.rows(all)
    expect(await runsOn(database)).toEqual({ 'indicator/a': 6, 'indicator/b': 7, 'indicator/c': 1 })
    await database.rows('update segment set runs_to = null')
    expect(await runsOn(database)).toEqual({ 'indicator/a': 0, 'indicator/b': 0, 'indicator/c': 0 })
    const [update] = migrations[5]?.sql.filter((sql) => /update/i.test(sql)) ?? []
    await database.rows(update ?? '')
    expect(await database.rows(all)).toEqual(written)
  })

  async function runsOn(database: TestDatabase): Promise<Record<string, number>> {
    const found = await database.rows(
      'select commitment, count(runs_to) as runs from segment group by 1',
    )
    return Object.fromEntries(
      (found as { commitment: string; runs: number | string }[]).map(({ commitment, runs }) => [
        commitment,
        Number(runs),
      ]),
    )
  }

  it.each(versions)('derive what the one after %i migrations did not', async (applied) => {
    await makeVersion(applied, rowsOf)
    const storage = await database.open()
    await storage.commit(newPlan('b'))
    const told: string[] = []
    const derive: Derive = ({ code }) => {
      told.push(code)
      const rows = [measured('2020-01-01')]
      return {
        timelines: [timeline('indicator/investment', {})],
        measured: [{ commitment: 'indicator/investment', since: null, rows }],
      }
    }
    // The last version is the one that writes these rows; its own stand here for those of an earlier one.
    expect(await storage.rebuild(derive, 'OUTDATED')).toBe(1)
    expect(await storage.rebuild(derive, 'OUTDATED')).toBe(0)
    expect(told).toEqual(['a'])
    expect(await database.rows('select plan_id, commitment from measured')).toEqual([
      { plan_id: 'a', commitment: 'indicator/investment' },
    ])
  })

  it('take what a commit derives of a whole plan for derived', async () => {
    await makeVersion(4, rowsOf)
    const storage = await database.open()
    const change = { plan: 'a', facts: [], audit, timelines: [] }
    const outdated = 'select plan_id from plan where derivation = 0'
    await storage.commit({ ...change, baseRevision: 2 })
    expect(await database.rows(outdated)).toEqual([{ plan_id: 'a' }])
    await storage.commit({ ...change, baseRevision: 3, replaceTimelines: true })
    expect(await database.rows(outdated)).toEqual([])
    expect(await storage.rebuild(() => ({ timelines: [] }), 'OUTDATED')).toBe(0)
  })

  const lead = (unit: string): Responsibility => ({ unit, role: 'LEAD' })

  /** Makes the database as the version left it that had so many migrations, with rows put in after each. */
  async function makeVersion(
    applied: number,
    rowsAfter: (migration: number) => readonly string[],
  ): Promise<void> {
    const done = migrations.slice(0, applied)
    const statements = [
      'create table migration (hash text not null, created_at bigint not null)',
      ...done.flatMap(({ sql }, index) => [...sql, ...rowsAfter(index)]),
      ...done.map(
        ({ hash, folderMillis }) => `insert into migration values ('${hash}', ${folderMillis})`,
      ),
    ]
    for (const sql of statements) await database.rows(sql)
  }

  async function found(storage: Storage, asOf: string) {
    const { edges } = await storage.findCommitments({ asOf, page: { first: 5 } })
    return edges.map(({ row }) => [row.commitment, row.status, row.from, row.to, row.dueOn])
  }

  it('migrate once when servers start at once', async () => {
    await Promise.all([0, 1, 2, 3].map(() => database.open()))
    const rows = await database.rows('select hash from migration order by created_at')
    expect(rows).toEqual(migrations.map(({ hash }) => ({ hash })))
  })

  it('refuse a database of a newer one, and leave it as it was', async () => {
    await (await database.open()).commit(newPlan('a'))
    await database.rows("insert into migration (hash, created_at) values ('later', 9999999999999)")
    await expect(database.open()).rejects.toMatchObject({ code: 'NEWER_VERSION' })
    expect(await database.rows('select plan_id from plan')).toEqual([{ plan_id: 'a' }])
  })

  it('come in the order of their instants', () => {
    // A migration that is older than the last one applied would be passed over.
    const instants = migrations.map(({ folderMillis }) => folderMillis)
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b))
  })

  it('have tables whose every key and unique index starts with the plan', () => {
    const folder = fileURLToPath(new URL(`../migrations/${dialect}`, import.meta.url))
    const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
      readonly entries: readonly { readonly tag: string }[]
    }
    const sql = entries.map(({ tag }) => readFileSync(`${folder}/${tag}.sql`, 'utf8')).join('\n')
    const keys = [
      ...sql.matchAll(/(?:PRIMARY KEY|UNIQUE INDEX [^(]*?)\s*\(\s*[`"]?(\w+)/g),
      ...sql.matchAll(/[`"](\w+)[`"] text[^,\n]* PRIMARY KEY/g),
    ]
    expect(keys.length).toBeGreaterThanOrEqual(7)
    expect(keys.map(([, first]) => first)).toEqual(keys.map(() => 'plan_id'))
    expect(sql).not.toMatch(/FOREIGN KEY|REFERENCES/i)
  })
})
