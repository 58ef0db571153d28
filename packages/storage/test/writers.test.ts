import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommitNotice, Decide, Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, followed, newPlan, observation } from './samples.ts'

const writers = 64

describe.each(
  dialects.flatMap((dialect) => [
    { dialect, way: 'each by itself', together: false },
    { dialect, way: 'together', together: true },
  ]),
)('many writers on $dialect, written $way', ({ dialect, together }) => {
  let database: TestDatabase
  let servers: readonly Storage[]

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    servers = [await database.open(), await database.open()]
  })
  afterEach(() => database.drop())

  const serverOf = (index: number): Storage => {
    const server = servers[index % servers.length]
    if (server === undefined) throw new Error('no server')
    return server
  }

  /** Adds one observation whose value is the number of facts that were there. */
  const countUp =
    (id: string): Decide<never> =>
    (plan) => {
      const facts = [observation(id, { value: `${plan?.facts.length ?? 0}` })]
      const commit = { facts, audit }
      return { commit: together ? followed(plan, commit) : commit }
    }

  it('lose no update of one plan, and its revision counts the commits', async () => {
    await serverOf(0).commit(newPlan('a'))
    const outcomes = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        serverOf(index).update('a', countUp(`o${index}`)),
      ),
    )
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['COMMITTED']))
    for (const server of servers) {
      const plan = await server.loadPlan('a')
      expect(plan?.revision).toBe(writers + 1)
      const values = plan?.facts.slice(1).map((fact) => fact.type === 'OBSERVATION' && fact.value)
      expect(values).toEqual(Array.from({ length: writers }, (_, index) => `${index + 1}`))
    }
  })

  it('work side by side on many plans', async () => {
    const codes = Array.from({ length: writers }, (_, index) => `plan-${index}`)
    await Promise.all(codes.map((code, index) => serverOf(index).commit(newPlan(code))))
    await Promise.all(
      codes.flatMap((code, index) =>
        [0, 1, 2].map((part) => serverOf(index + part).update(code, countUp(`o${part}`))),
      ),
    )
    const plans = await serverOf(0).loadPlans(codes)
    expect(plans.map((plan) => [plan?.revision, plan?.facts.length])).toEqual(
      codes.map(() => [4, 4]),
    )
  })

  it('of one base revision let one through, and tell the others so', async () => {
    await serverOf(0).commit(newPlan('a'))
    const outcomes = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        serverOf(index).commit({
          plan: 'a',
          baseRevision: 1,
          facts: [observation(`o${index}`)],
          audit,
        }),
      ),
    )
    const committed = outcomes.filter(({ outcome }) => outcome === 'COMMITTED')
    const conflicts = outcomes.filter(({ outcome }) => outcome === 'CONFLICT')
    expect([committed.length, conflicts.length]).toEqual([1, writers - 1])
    expect(conflicts.every(({ revision }) => revision === 2)).toBe(true)
    expect((await serverOf(1).loadPlan('a'))?.facts).toHaveLength(2)
  })

  it('with one idempotency key commit once and get one answer', async () => {
    await serverOf(0).commit(newPlan('a'))
    let decided = 0
    const decide: Decide<never> = (plan) => {
      decided += 1
      const id = `o${decided}`
      const idempotency = { key: 'k', fingerprint: 'f', answer: { id } }
      const commit = { facts: [observation(id)], audit, idempotency }
      return { commit: together ? followed(plan, commit) : commit }
    }
    const outcomes = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        serverOf(index).update('a', decide, { idempotency: { key: 'k', fingerprint: 'f' } }),
      ),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'COMMITTED')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'REPEATED')).toHaveLength(writers - 1)
    const answers = outcomes.map((one) => (one.outcome === 'REPEATED' ? one.answer.id : null))
    expect(new Set(answers.filter((id) => id !== null)).size).toBe(1)
    expect((await serverOf(0).loadPlan('a'))?.facts).toHaveLength(2)
  })

  it('of one new plan make one', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: writers }, (_, index) => serverOf(index).commit(newPlan('a'))),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'COMMITTED')).toHaveLength(1)
    expect((await serverOf(0).loadPlan('a'))?.facts).toHaveLength(1)
  })

  it('keep to the revision that the caller saw', async () => {
    await serverOf(0).commit(newPlan('a'))
    const seen = { expectedRevision: 1 }
    const outcomes = await Promise.all([
      serverOf(0).update('a', countUp('o1'), seen),
      serverOf(0).update('a', countUp('o2'), seen),
    ])
    expect(outcomes).toEqual([
      { outcome: 'COMMITTED', revision: 2 },
      { outcome: 'CONFLICT', revision: 2 },
    ])
    const refused = await serverOf(0).update('a', () => ({ refusal: 'no' }))
    expect(refused).toEqual({ outcome: 'REFUSED', refusal: 'no' })
    expect(await serverOf(0).countAudit('a')).toBe(2)
  })

  it('are refused and answered by what is there, not by what a server remembers', async () => {
    await serverOf(0).commit(newPlan('a'))
    const idempotency = { key: 'k', fingerprint: 'f' }
    const withKey =
      (fingerprint = 'f'): Decide<never> =>
      () => ({
        commit: {
          facts: [observation('k')],
          audit,
          idempotency: { key: 'k', fingerprint, answer: {} },
        },
      })
    await serverOf(0).loadPlan('a')
    await serverOf(1).update('a', withKey(), { idempotency })
    const decidedOn: (number | undefined)[] = []
    const refused = await serverOf(0).update('a', (plan) => {
      decidedOn.push(plan?.facts.length)
      return { refusal: plan?.facts.length }
    })
    expect(refused).toEqual({ outcome: 'REFUSED', refusal: 2 })
    expect(decidedOn).toEqual([1, 2])
    await serverOf(1).update('a', countUp('o'))
    const again = await serverOf(0).update('a', () => ({ refusal: 'no' }), { idempotency })
    expect(again).toEqual({ outcome: 'REPEATED', revision: 2, answer: {} })
    expect(await serverOf(0).update('a', withKey(), { idempotency })).toEqual(again)
    const other = { idempotency: { key: 'k', fingerprint: 'g' } }
    const reused = { outcome: 'KEY_REUSED', revision: 2 }
    expect(await serverOf(0).update('a', withKey('g'), other)).toEqual(reused)
    expect(await serverOf(0).update('a', () => ({ refusal: 'no' }), other)).toEqual(reused)
    expect((await serverOf(0).loadPlan('a'))?.facts).toHaveLength(3)
  })

  it('decide once where the server knows the plan as it is', async () => {
    await serverOf(0).commit(newPlan('a'))
    await serverOf(0).loadPlan('a')
    let decided = 0
    await serverOf(0).update('a', (plan) => {
      decided += 1
      return countUp('o')(plan)
    })
    await serverOf(0).loadPlan('a')
    await serverOf(0).update('a', () => {
      decided += 1
      return { refusal: 'no' }
    })
    expect(decided).toBe(2)
  })

  it('are heard by every server, each commit once and in order', async () => {
    await serverOf(0).commit(newPlan('a'))
    const heard = servers.map((): CommitNotice[] => [])
    const stops = await Promise.all(
      servers.map((server, index) => server.listen((notice) => heard[index]?.push(notice))),
    )
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) =>
        serverOf(index).update('a', countUp(`o${index}`)),
      ),
      serverOf(1).commit(newPlan('b')),
    ])
    const expected = Array.from({ length: 20 }, (_, index) => index + 2)
    for (const notices of heard) {
      await expect.poll(() => notices.length, { timeout: 5000 }).toBe(21)
      const ofA = notices.filter(({ plan }) => plan === 'a')
      expect(ofA.map(({ revision }) => revision)).toEqual(expected)
      expect(notices).toContainEqual({ plan: 'b', revision: 1 })
    }
    for (const stop of stops) await stop()
    await serverOf(0).commit(newPlan('c'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(heard.map(({ length }) => length)).toEqual([21, 21])
  })
})
