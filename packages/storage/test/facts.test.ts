import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, header, newPlan, observation, planFact } from './samples.ts'

describe.each(dialects)('facts on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage
  const sent: string[] = []

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open({ onStatement: (sql) => sent.push(sql) })
    sent.length = 0
  })
  afterEach(() => database.drop())

  it('gives back what was committed, in order', async () => {
    const facts = [planFact(header('a')), observation('o1'), observation('o2', { value: '0.3' })]
    expect(await storage.commit({ plan: 'a', baseRevision: 0, facts, audit })).toEqual({
      outcome: 'COMMITTED',
      revision: 1,
    })
    expect(await storage.loadPlan('a')).toEqual({ code: 'a', revision: 1, facts })
  })

  it('keeps every character of a text', async () => {
    const note = `"引号" \\ \n\t 𠮷 ${'长'.repeat(3000)} 'single' $1 ? :name`
    await storage.commit(newPlan('a', [observation('o1', { note })]))
    const plan = await storage.loadPlan('a')
    expect(plan?.facts[1]).toEqual(observation('o1', { note }))
  })

  it('knows no plan that was never committed', async () => {
    expect(await storage.loadPlan('nowhere')).toBeNull()
    expect(await storage.loadPlans(['nowhere'])).toEqual([null])
    expect((await storage.revisions(['nowhere'])).size).toBe(0)
  })

  it('refuses a commit on another revision and writes nothing of it', async () => {
    await storage.commit(newPlan('a'))
    const change = { plan: 'a', facts: [observation('o1')], audit }
    expect(await storage.commit({ ...change, baseRevision: 0 + 2 })).toEqual({
      outcome: 'CONFLICT',
      revision: 1,
    })
    expect(await storage.commit(newPlan('a'))).toEqual({ outcome: 'CONFLICT', revision: 1 })
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(1)
    expect(await storage.countAudit('a')).toBe(1)
  })

  it('refuses a second fact of one id and writes nothing of its commit', async () => {
    await storage.commit(newPlan('a', [observation('o1')]))
    const facts = [observation('o2'), observation('o1')]
    await expect(
      storage.commit({ plan: 'a', baseRevision: 1, facts, audit }),
    ).rejects.toMatchObject({
      name: 'StorageFailure',
      code: 'DUPLICATE_FACT',
    })
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(2)
    expect((await storage.revisions(['a'])).get('a')).toBe(1)
  })

  it('adds many facts in their order, and none of them where one has an id again', async () => {
    const many = (name: string) =>
      Array.from({ length: 50 }, (_, index) => observation(`${name}${index}`))
    await storage.commit(newPlan('a'))
    const twice = [...many('o').slice(0, 30), observation('o20'), ...many('p')]
    await expect(
      storage.commit({ plan: 'a', baseRevision: 1, facts: twice, audit }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_FACT' })
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(1)
    sent.length = 0
    await storage.commit({ plan: 'a', baseRevision: 1, facts: many('o'), audit })
    expect(sent.filter((sql) => sql.includes('into "fact"')).length).toBeLessThan(6)
    expect((await storage.loadPlan('a'))?.facts.slice(1)).toEqual(many('o'))
  })

  it('reads one plan in two statements, then in one, and only what came since', async () => {
    await storage.commit(newPlan('a', [observation('o1')]))
    sent.length = 0
    const first = await storage.loadPlan('a')
    expect(sent).toHaveLength(2)
    expect(await storage.loadPlan('a')).toBe(first)
    expect(sent).toHaveLength(3)
    await storage.commit({ plan: 'a', baseRevision: 1, facts: [observation('o2')], audit })
    const second = await storage.loadPlan('a')
    expect(second?.revision).toBe(2)
    expect(second?.facts[1]).toBe(first?.facts[1])
    expect(second?.facts[2]).toEqual(observation('o2'))
  })

  it('gives the next reader what an update has made, and reads nothing for it', async () => {
    await storage.commit(newPlan('a', [observation('o1')]))
    const known = await storage.loadPlan('a')
    const after = {
      code: 'a',
      revision: 2,
      facts: [...(known?.facts ?? []), observation('o2')],
    }
    const outcome = await storage.update('a', () => ({
      commit: { facts: after.facts.slice(-1), after, audit },
    }))
    expect(outcome).toEqual({ outcome: 'COMMITTED', revision: 2 })
    sent.length = 0
    expect(await storage.loadPlan('a')).toBe(after)
    expect(sent).toHaveLength(1)
    const other = await database.open()
    expect(await other.loadPlan('a')).toEqual(after)
  })

  it('keeps nothing of an update that says another revision than was committed', async () => {
    await storage.commit(newPlan('a', [observation('o1')]))
    const wrong = { code: 'a', revision: 3, facts: [] }
    await storage.update('a', () => ({
      commit: { facts: [observation('o2')], after: wrong, audit },
    }))
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(3)
  })

  it('reads many plans in two statements, each in its own order', async () => {
    const codes = Array.from({ length: 30 }, (_, index) => `plan-${index}`)
    for (const code of codes) {
      await storage.commit(newPlan(code, [observation('o1'), observation('o2')]))
    }
    sent.length = 0
    const plans = await storage.loadPlans([...codes, 'nowhere'].toReversed())
    expect(sent).toHaveLength(2)
    expect(plans.map((plan) => plan?.code ?? null)).toEqual([null, ...codes.toReversed()])
    expect(plans.slice(1).map((plan) => plan?.facts.map(({ id }) => id))).toEqual(
      codes.toReversed().map((code) => [`${code}-plan`, 'o1', 'o2']),
    )
  })

  it('answers a repeated request as it did at first', async () => {
    const idempotency = { key: 'k', fingerprint: 'f', answer: { facts: ['o1'] } }
    await storage.commit(newPlan('a'))
    const change = { plan: 'a', baseRevision: 1, facts: [observation('o1')], audit, idempotency }
    expect(await storage.commit(change)).toEqual({ outcome: 'COMMITTED', revision: 2 })
    expect(await storage.commit(change)).toEqual({
      outcome: 'REPEATED',
      revision: 2,
      answer: { facts: ['o1'] },
    })
    const other = { ...change, idempotency: { ...idempotency, fingerprint: 'g' } }
    expect(await storage.commit(other)).toEqual({ outcome: 'KEY_REUSED', revision: 2 })
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(2)
  })

  it('reads once what many ask for at once', async () => {
    await storage.commit(newPlan('a', [observation('o1')]))
    await storage.commit(newPlan('b', [observation('o1')]))
    sent.length = 0
    const asked = await Promise.all([
      storage.loadPlan('a'),
      storage.loadPlans(['b', 'a']),
      storage.loadPlan('a'),
      storage.loadPlans(['a', 'b']),
    ])
    const [first, [, second], third, [fourth]] = asked
    expect([second, third, fourth].every((plan) => plan === first)).toBe(true)
    expect(first?.facts).toHaveLength(2)
    // One for each plan; for both, where whoever asked for both was answered first.
    const reads = sent.filter((sql) => sql.includes('"fact"'))
    expect(reads.length).toBeGreaterThan(0)
    expect(reads.length).toBeLessThanOrEqual(2)
  })

  it('takes facts from a source that is read once, as it is written', async () => {
    const count = 12_000
    let read = 0
    const source = {
      length: count,
      *[Symbol.iterator]() {
        for (; read < count; read += 1) yield observation(`o${read}`)
      },
    }
    await storage.commit(newPlan('a'))
    const change = { plan: 'a', baseRevision: 1, audit }
    expect(await storage.commit({ ...change, facts: source })).toMatchObject({ revision: 2 })
    expect(read).toBe(count)
    expect((await storage.loadPlan('a'))?.facts.at(-1)?.id).toBe(`o${count - 1}`)
    // The source is used up: what it announces does not come, and nothing is kept.
    const short = storage.commit({ ...change, baseRevision: 2, facts: source })
    await expect(short).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await storage.revisions(['a'])).get('a')).toBe(2)
  })
})
