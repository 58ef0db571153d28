import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildProgram, type Program } from './crash/build-program.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { newPlan } from './samples.ts'

const run = promisify(execFile)

let counter: Program
beforeAll(async () => {
  counter = await buildProgram('counter')
})
afterAll(() => counter.remove())

describe.each(dialects)('processes that write one plan of %s', (dialect) => {
  let database: TestDatabase

  beforeEach(async () => {
    database = await freshDatabase(dialect)
  })
  afterEach(() => database.drop())

  it('lose no update', async () => {
    const storage = await database.open()
    await storage.commit(newPlan('a'))
    const names = ['p', 'q', 'r', 's']
    const times = 25
    const said = await Promise.all(
      names.map((name) => run(process.execPath, [counter.file, database.url, `${times}`, name])),
    )
    expect(said.map(({ stdout }) => stdout)).toEqual(names.map(() => `${times}`))
    const plan = await storage.loadPlan('a')
    expect(plan?.revision).toBe(1 + names.length * times)
    const values = plan?.facts.slice(1).map((fact) => fact.type === 'OBSERVATION' && fact.value)
    expect(values).toEqual(Array.from({ length: names.length * times }, (_, at) => `${at + 1}`))
  })
})
