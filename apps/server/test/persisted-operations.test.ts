import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { tabs } from '../src/graphiql/tabs.ts'
import { readOperations } from '../src/persisted-operations.ts'
import { importErqi } from './support/erqi.ts'
import { testServer } from './support/test-server.ts'

const operations = new Map([
  ['title', 'query ($code: String!) { plan(code: $code) { title(lang: EN) } }'],
])
const answer = { data: { plan: { title: 'Erqi District work plan for 2020' } } }
const variables = { code: 'erqi-2020' }

describe('persisted operations', async () => {
  const open = await testServer({ operations })
  const only = await testServer({ operations, settings: { persistedOnly: true } })
  afterAll(() => Promise.all([open.close(), only.close()]))
  await Promise.all([importErqi(open.storage), importErqi(only.storage)])

  const post = async ({ server }: typeof open, body: unknown) => {
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
  const get = async ({ server }: typeof open, parameters: Record<string, string>) => {
    const url = `http://duban.test/graphql?${new URLSearchParams(parameters)}`
    const response = await server.yoga.fetch(url, { headers: { accept: 'application/json' } })
    return {
      status: response.status,
      body: await response.json(),
      etag: response.headers.get('etag'),
    }
  }

  it('are asked for by id, by POST and by GET', async () => {
    const byHash = { persistedQuery: { version: 1, sha256Hash: 'title' } }
    expect(await post(open, { documentId: 'title', variables })).toEqual({
      status: 200,
      body: answer,
    })
    expect((await post(open, { extensions: byHash, variables })).body).toEqual(answer)
    const read = await get(open, { documentId: 'title', variables: JSON.stringify(variables) })
    expect(read.body).toEqual(answer)
    expect(read.etag).not.toBe(null)
    const hashed = { extensions: JSON.stringify(byHash), variables: JSON.stringify(variables) }
    expect((await get(open, hashed)).body).toEqual(answer)
  })

  it('an unknown id, and none at all, are told apart', async () => {
    expect(await post(open, { documentId: 'x' })).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'UNKNOWN_OPERATION', value: 'x' } }] },
    })
    expect(await post(open, {})).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'NO_DOCUMENT' } }] },
    })
  })

  it('with the switch on, nothing else is taken', async () => {
    expect((await post(only, { documentId: 'title', variables })).body).toEqual(answer)
    expect(await post(only, { query: '{ __typename }' })).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'PERSISTED_ONLY' } }] },
    })
  })

  it('variables in a URL that are no JSON are refused', async () => {
    expect(await get(open, { documentId: 'title', variables: '{x' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'NOT_JSON', parameter: 'variables' } }] },
    })
  })
})

describe('the file of persisted operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-operations-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const read = (text: string) => {
    const file = join(folder, 'operations.json')
    writeFileSync(file, text)
    return readOperations(file)
  }

  it('is an object of documents by id, and GraphiQL’s worked queries are there without one', async () => {
    const both = await read('{"a":"{ __typename }"}')
    expect(both.ok && both.operations.get('a')).toBe('{ __typename }')
    const [tab] = tabs
    const id = createHash('sha256')
      .update(tab?.query ?? '')
      .digest('hex')
    const without = await readOperations(null)
    expect(without.ok && without.operations.get(id)).toBe(tab?.query)
  })

  it.each(['{', '[]', '{}', '"x"', 'null', '{"a":1}'])('%j is refused', async (text) => {
    const refused = await read(text)
    expect(refused.ok).toBe(false)
  })

  it('one that is not there is refused', async () => {
    expect((await readOperations(join(folder, 'none.json'))).ok).toBe(false)
  })
})
