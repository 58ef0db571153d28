import type { Plan } from '@duban/domain'
import { parsePlan } from '@duban/plan-file'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAuthSettings } from '../src/auth/auth-settings.ts'
import { signToken } from '../src/auth/sign-token.ts'
import { importPlan } from '../src/import-plan.ts'
import { write } from '../src/writing/write.ts'
import { officePlan } from './support/office-plan.ts'
import { type TestServer, testNow, testServer } from './support/test-server.ts'

/** Titles that a spreadsheet would run, and one to be quoted. */
const hostile = ['=1+1', '"quoted", 指标', '\t=1', '-2', '@SUM(A1)']

function hostilePlan(): Plan {
  const plan = officePlan()
  return {
    ...plan,
    indicators: plan.indicators.map((indicator, at) => ({
      ...indicator,
      title: { zh: hostile[at] ?? indicator.title.zh },
    })),
  }
}

async function fill({ storage }: TestServer): Promise<void> {
  let ids = 0
  const context = {
    now: '2020-07-01T00:00:00.000Z',
    newId: () => `f${++ids}`,
    actor: { name: 'test', roles: [], units: [], trusted: true },
  }
  await importPlan(storage, { plan: hostilePlan(), facts: [] }, { ...context, actor: 'test' })
  const values = [
    { value: '90', effectiveOn: '2020-06-30' },
    { value: '130.5', effectiveOn: '2020-07-10', synthetic: true },
  ]
  const outcome = await write(storage, {
    ...context,
    plan: 'office-2020',
    now: '2020-07-12T00:00:00.000Z',
    command: {
      type: 'REPORT_OBSERVATIONS',
      observations: values.map((one) => ({
        ...one,
        of: { kind: 'INDICATOR', code: 'estates' },
        reporter: 'housing',
        state: 'APPROVED',
      })),
    },
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
}

describe('/export/plans', async () => {
  const open = await testServer()
  const closed = await testServer({
    settings: { auth: readAuthSettings({ DUBAN_READING: 'token' }, []) },
  })
  afterAll(() => Promise.all([open.close(), closed.close()]))
  beforeAll(async () => {
    await fill(open)
    await fill(closed)
  })

  const get = (path: string, headers: Record<string, string> = {}, tested = open, method = 'GET') =>
    tested.server.yoga.fetch(`http://duban.test${path}`, { headers, method })

  async function csv(query = ''): Promise<readonly Record<string, string>[]> {
    const response = await get(`/export/plans/office-2020.csv${query}`)
    const text = await response.text()
    return parse(text, { bom: true, columns: true })
  }

  it('csv: has a row for each commitment, with a mark for spreadsheets, in Chinese or English', async () => {
    const response = await get('/export/plans/office-2020.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''office-2020.csv",
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = await csv()
    const loaded = await open.storage.countCommitments({ asOf: '2020-07-15' })
    expect(rows).toHaveLength(loaded)
    const row = rows.find((one) => one.编号 === 'indicator/estates')
    expect(row).toMatchObject({
      类别: '指标',
      牵头单位: '住建局',
      期限: '2020-12-31',
      状态: '已完成',
      灯: '绿灯',
      目标值: '120',
      完成值: '130.5',
      模拟数据: '模拟',
    })
    const english = (await csv('?lang=en&asOf=2020-07-01')).find(
      ({ id }) => id === 'indicator/estates',
    )
    expect(english).toMatchObject({
      status: 'pending',
      actual: '90',
      achieved: '0.75',
      due: '2020-12-31',
      'days late': '',
      simulated: '',
    })
    expect(english?.reasons).not.toBe('')
  })

  it('csv: takes the instant that is asked for', async () => {
    const row = (await csv('?asOf=2020-07-15&knownAt=2020-07-05T00:00:00Z')).find(
      (one) => one.编号 === 'indicator/estates',
    )
    expect(row).toMatchObject({ 状态: '情况不明', 完成值: '' })
  })

  it('csv: runs no title as a formula', async () => {
    const titles = (await csv()).map((one) => one.名称 ?? '')
    expect(titles.filter((title) => /^[=+\-@\t]/.test(title))).toEqual([])
    expect(titles).toContain("'=1+1")
    expect(titles).toContain('"quoted", 指标')
  })

  it('xlsx: is a workbook with numbers as numbers, dates as dates and titles as text', async () => {
    const response = await get('/export/plans/office-2020.xlsx?lang=en')
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    const bytes = Buffer.from(await response.arrayBuffer())
    const [sheet] = await readExcelFile(bytes)
    const [head = [], ...rows] = sheet?.data ?? []
    expect(sheet?.sheet).toBe('office-2020 2020-07-15')
    const column = (name: string) => head.indexOf(name)
    const row = rows.find((cells) => cells[column('id')] === 'indicator/estates') ?? []
    expect(row[column('actual')]).toBe(130.5)
    expect(row[column('due')]).toEqual(new Date('2020-12-31T00:00:00Z'))
    expect(row[column('light')]).toBe('green')
    expect(row[column('simulated')]).toBe('simulated')
    const titles = rows.map((cells) => cells[column('title')])
    expect(titles).toContain('=1+1')
    expect(titles).toContain('"quoted", 指标')
  })

  it('ics: holds each due date, the same bytes each time', async () => {
    const path = '/export/plans/office-2020.ics?asOf=2020-07-01&lang=en'
    const text = await (await get(path)).text()
    expect(await (await get(path)).text()).toBe(text)
    const dated = (await csv()).filter((one) => one.期限 !== '')
    expect(text.split('BEGIN:VEVENT')).toHaveLength(dated.length + 1)
    expect(text).toContain('DTSTART;VALUE=DATE:20200930')
    expect(text).toContain('SUMMARY:Milestone road-open [pending]')
  })

  it.each(['yaml', 'json'])('%s: is the plan with its facts', async (as) => {
    const read = parsePlan(await (await get(`/export/plans/office-2020.${as}`)).text())
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    expect(read.plan).toEqual(hostilePlan())
    expect(read.facts).toHaveLength(2)
    const early = await get(`/export/plans/office-2020.${as}?knownAt=2020-07-05T00:00:00Z`)
    const before = parsePlan(await early.text())
    expect(before.ok && before.facts).toEqual([])
  })

  it('answers 304 to who has it, until the plan changes or the day does', async () => {
    const path = '/export/plans/office-2020.csv'
    const first = await get(path)
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const again = await get(path, { 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get(`${path}?lang=en`, { 'if-none-match': tag })).status).toBe(200)
    const unit = '/export/units/roads.ics?plan=office-2020'
    const unitTag = (await get(unit)).headers.get('etag') ?? ''
    expect((await get(unit, { 'if-none-match': unitTag })).status).toBe(304)
    const dated = `${path}?asOf=2020-07-14`
    const datedTag = (await get(dated)).headers.get('etag') ?? ''
    const tomorrow = await testServer({
      now: () => new Date('2020-07-16T04:00:00Z'),
      through: () => open.storage,
    })
    const later = (asked: string, known: string) =>
      tomorrow.server.yoga.fetch(`http://duban.test${asked}`, {
        headers: { 'if-none-match': known },
      })
    expect((await later(path, tag)).status).toBe(200)
    expect((await later(dated, datedTag)).status).toBe(304)
    await tomorrow.close()
  })

  it('tells who only asks for the head nothing else', async () => {
    const response = await get('/export/plans/office-2020.csv', {}, open, 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('etag')).not.toBe(null)
  })

  it.each([
    ['/export/plans/nowhere.csv', 404],
    ['/export/plans/office-2020.pdf', 404],
    ['/export/units/roads.csv?plan=office-2020', 404],
    ['/export/plans/office-2020.csv?asOf=2020-02-30', 400],
    ['/export/plans/office-2020.csv?knownAt=soon', 400],
    ['/export/plans/office-2020.csv?knownAt=2021-01-01T00:00:00Z', 400],
    ['/export/plans/office-2020.json?asOf=2020-07-01', 400],
    ['/export/plans/office-2020.csv?knownAt=2019-01-01T00:00:00Z', 404],
    ['/export/plans/%E0%A4%A.csv', 404],
  ])('answers %s with %i, in both languages', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u)
  })

  it('takes a token where reading does, and lets nobody else keep the answer', async () => {
    const path = '/export/plans/office-2020.csv'
    if (closed.keys.secret === null) throw new Error('a test server has a key of its own')
    const token = await signToken(closed.keys.secret, {
      actor: { name: 'zhao', roles: ['REPORTER'], units: ['roads'] },
      now: testNow(),
      days: 1,
      issuer: null,
      audience: null,
    })
    const tag = (await get(path)).headers.get('etag') ?? ''
    expect((await get(path, { 'if-none-match': tag }, closed)).status).toBe(401)
    const response = await get(path, { authorization: `Bearer ${token}` }, closed)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('etag')).toBe(null)
  })
})
