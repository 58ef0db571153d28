import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrationsOf } from '../src/connect/migrations.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { newPlan } from './samples.ts'

describe.each(dialects)('versions on %s', (dialect) => {
  let database: TestDatabase
  const migrations = migrationsOf(dialect)

  beforeEach(async () => {
    database = await freshDatabase(dialect, true)
  })
  afterEach(() => database.drop())

  it('migrate from every earlier one', async () => {
    for (let applied = 0; applied <= migrations.length; applied += 1) {
      const earlier = await freshDatabase(dialect, true)
      const done = migrations.slice(0, applied)
      const statements = [
        'create table migration (hash text not null, created_at bigint not null)',
        ...done.flatMap(({ sql }) => sql),
        ...done.map(
          ({ hash, folderMillis }) => `insert into migration values ('${hash}', ${folderMillis})`,
        ),
      ]
      for (const sql of statements) await earlier.rows(sql)
      const storage = await earlier.open()
      expect(await storage.commit(newPlan('a'))).toMatchObject({ outcome: 'COMMITTED' })
      expect(await earlier.rows('select hash from migration')).toHaveLength(migrations.length)
      await earlier.drop()
    }
  })

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
