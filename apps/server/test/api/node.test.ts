import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { importErqi } from '../support/erqi.ts'
import { testServer } from '../support/test-server.ts'

describe('global ids', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)

  const everyNode = `
    id
    themes { id } tasks { id actions { id } mechanisms { id } } plates { id }
    projects { nodes { id } } commitments(first: 1000) { nodes { id } }
    rules { id } documents { id } policy { id }`

  interface WithIds {
    readonly id?: string
  }

  /** All ids in an answer. */
  function idsIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return []
    const own = (value as WithIds).id
    return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(idsIn)]
  }

  async function idsOf(args: string): Promise<string[]> {
    const { data, errors } = await ask(
      server,
      `{ plan(code: "erqi-2020"${args}) { ${everyNode} } }`,
    )
    expect(errors).toEqual([])
    return idsIn(data)
  }

  it('bring every object back, in the view that it was seen in', async () => {
    const ids = await idsOf(', asOf: "2020-06-30"')
    expect(ids.length).toBeGreaterThan(200)
    expect(new Set(ids).size).toBe(ids.length)
    const { data, errors } = await ask<{ nodes: { id: string; view?: { asOf: string } }[] }>(
      server,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on InView { view { asOf } } } }',
      { ids },
    )
    expect(errors).toEqual([])
    expect(data.nodes.map((node) => node.id)).toEqual(ids)
    const dates = data.nodes.flatMap((node) => node.view?.asOf ?? [])
    expect(dates.length).toBeGreaterThan(200)
    expect(new Set(dates)).toEqual(new Set(['2020-06-30']))
  })

  it('are others in another view, but for what is in no view', async () => {
    const shared = new Set(await idsOf(''))
    const june = await idsOf(', asOf: "2020-06-30"')
    const known = await idsOf(', knownAt: "2020-06-30T00:00:00Z"')
    const policy = await ask<{ plan: { policy: { id: string } } }>(
      server,
      '{ plan(code: "erqi-2020") { policy { id } } }',
    )
    const { id } = policy.data.plan.policy
    expect(june.filter((one) => shared.has(one))).toEqual([id])
    expect(known.filter((one) => shared.has(one))).toEqual([id])
    expect(new Set([...june, ...known]).size).toBe(june.length + known.length - 1)
  })

  it.each([
    ['nonsense', 'x'],
    ['an unknown type', Buffer.from('Sheep:erqi-2020/x').toString('base64url')],
    ['an unknown plan', Buffer.from('Plan:nowhere/nowhere').toString('base64url')],
    ['an unknown code', Buffer.from('Task:erqi-2020/x').toString('base64url')],
    [
      'a date that is none',
      Buffer.from('Plan:erqi-2020/erqi-2020?2020-02-30&&').toString('base64url'),
    ],
    [
      'an instant to come',
      Buffer.from('Plan:erqi-2020/erqi-2020?&2031-01-01T00:00:00.000Z&').toString('base64url'),
    ],
    ['an empty text', ''],
  ])('of %s are null', async (_name, id) => {
    const { data, errors } = await ask(server, 'query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(errors).toEqual([])
    expect(data).toEqual({ node: null })
  })
})
