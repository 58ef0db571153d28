import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { arrayOf, elementOf } from '../src/connect/array-of.ts'

// PostgreSQL keeps no NUL in a text; halves of a pair are no characters.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[ -~]{38,42}$/),
    fc.constantFrom('', 'NULL', '{"a",b}', '固定资产投资', 'a\\"b'),
  )
  .filter((value) => !value.includes('\0'))

describe('an array that PostgreSQL is sent', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
  })
  afterAll(() => client.end())

  /** What PostgreSQL reads of one member of rows, each value as a text. */
  async function readBack(values: readonly unknown[], type: string): Promise<unknown> {
    const sent = arrayOf('of', type).mapToDriverValue(values.map((of) => ({ of, other: 1 })))
    const { rows } = await client.query<Record<'read', unknown>>(
      `select array(select value::${type}::text from unnest($1::${elementOf(type)}[]) as given(value)) as read`,
      [sent],
    )
    return rows[0]?.read
  }

  it('holds the texts of its rows, and which are null', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text), { maxLength: 20 }), async (texts) => {
        expect(await readBack(texts, 'text')).toEqual(texts)
      }),
    )
  })

  it('holds JSON as it is written', async () => {
    const body = { value: '12.50', title: '投资', list: [1, null, { a: '"' }] }
    expect(await readBack([body, [], 'a', null], 'json')).toEqual([
      JSON.stringify(body),
      '[]',
      '"a"',
      null,
    ])
  })

  it('holds other values in a form that their type is read from', async () => {
    expect(await readBack([1, -2, null], 'bigint')).toEqual(['1', '-2', null])
    expect(await readBack([true, false], 'boolean')).toEqual(['true', 'false'])
    expect(await readBack(['2020-02-29', null], 'date')).toEqual(['2020-02-29', null])
    expect(await readBack(['0.10', '-1e3'], 'numeric')).toEqual(['0.10', '-1000'])
    expect(await readBack([], 'integer')).toEqual([])
  })
})
