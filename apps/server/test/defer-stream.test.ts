import { afterAll, describe, expect, it } from 'vitest'
import { importErqi } from './support/erqi.ts'
import { testServer } from './support/test-server.ts'

interface Part {
  readonly data?: { readonly plan: Readonly<Record<string, unknown>> }
  readonly incremental?: readonly {
    readonly path: readonly (string | number)[]
    readonly data?: unknown
    readonly items?: readonly unknown[]
    readonly label?: string
  }[]
  readonly hasNext: boolean
}

describe('an answer that comes in parts', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)

  async function partsOf(query: string): Promise<readonly Part[]> {
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
      body: JSON.stringify({ query }),
    })
    expect(response.headers.get('content-type')).toContain('multipart/mixed')
    const text = await response.text()
    return [...text.matchAll(/^\{.*\}$/gm)].map(([part]) => JSON.parse(part) as Part)
  }

  it('@defer: first what is asked for at once, then the fragment at its path', async () => {
    const [first, ...rest] = await partsOf(
      '{ plan(code: "erqi-2020") { title ... @defer(label: "later") { rollup { count } } } }',
    )
    expect(first).toMatchObject({
      data: { plan: { title: '二七区2020年工作计划' } },
      hasNext: true,
    })
    expect(first?.data?.plan.rollup).toBe(undefined)
    const later = rest.flatMap(({ incremental }) => incremental ?? [])
    expect(later).toMatchObject([
      { label: 'later', path: ['plan'], data: { rollup: { count: 55 } } },
    ])
    expect(rest.at(-1)?.hasNext).toBe(false)
  })

  it('@stream: the start of a list, then each further row in its order', async () => {
    const [first, ...rest] = await partsOf(
      '{ plan(code: "erqi-2020") { tasks @stream(initialCount: 2) { number } } }',
    )
    expect(first?.data?.plan).toEqual({ tasks: [{ number: 1 }, { number: 2 }] })
    const rows = rest.flatMap(({ incremental }) => incremental ?? [])
    expect(rows.flatMap(({ items }) => items ?? [])).toEqual(
      [3, 4, 5, 6, 7].map((number) => ({ number })),
    )
    expect(rows[0]?.path).toEqual(['plan', 'tasks', 2])
  })

  it('comes whole to those who cannot take parts', async () => {
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ plan(code: "erqi-2020") { title } }' }),
    })
    expect(await response.json()).toEqual({ data: { plan: { title: '二七区2020年工作计划' } } })
  })
})
