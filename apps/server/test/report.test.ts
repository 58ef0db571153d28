import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Observation } from '@duban/domain'
import { printPlan } from '@duban/plan-file'
import { openStorage } from '@duban/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/run.ts'
import { officePlan } from './support/office-plan.ts'
import { testTerminal } from './support/test-terminal.ts'

describe('duban report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-report-'))
  const dataDir = join(folder, 'data')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function duban(...argv: string[]) {
    const terminal = testTerminal({ DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' })
    return { code: await run(argv, terminal), ...terminal.said() }
  }

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  const report = (name: string, content: string | Uint8Array, ...options: string[]) =>
    duban('report', file(name, content), '--plan', 'office-2020', ...options)

  async function observations(): Promise<readonly Observation[]> {
    const storage = await openStorage({ dataDir })
    const plan = await storage.loadPlan('office-2020')
    await storage.close()
    return (plan?.facts ?? []).flatMap((fact) => (fact.type === 'OBSERVATION' ? [fact] : []))
  }

  beforeAll(async () => {
    const { err } = await duban('import', file('plan.yaml', printPlan(officePlan())))
    if (err !== '') throw new Error(err)
  })

  it('refuses a file with anything wrong, each at its line and column, and writes none of it', async () => {
    const { code, err, out } = await report(
      'wrong.csv',
      [
        'indicator,value,on,reporter,state,note',
        'estates,60,2020-06-30,housing,,',
        'estates,sixty,2020-05-31,housing,,',
        'nothing,1,2020-02-30,housing,,',
        'estates,1,2020-12-01,nobody,,',
        '"estates",61,2020-06-30,housing,,"two',
        'lines"',
        'invested,1,2020-06-30,housing,,',
      ].join('\n'),
    )
    expect([code, out]).toEqual([1, ''])
    expect(err.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'wrong.csv:3:2',
      'wrong.csv:4:1',
      'wrong.csv:4:3',
      'wrong.csv:5:4',
      'wrong.csv:5:3',
      'wrong.csv:7',
      'wrong.csv:8:1',
    ])
    expect(err).toContain('wrong.csv:7 it repeats row 2')
    expect(err).toContain('wrong.csv:3:2 "sixty" is not a decimal')
    expect(await observations()).toEqual([])
  })

  it.each([
    ['an unknown column', 'indicator,colour\n', 'x.csv:1:2 there is no column "colour"'],
    ['a column twice', 'value,value\n', 'x.csv:1:2 the column "value" is there twice'],
    ['too many cells', 'indicator,value\nestates,1,2\n', 'x.csv:2:3 the head has 2 columns only'],
    [
      'no value',
      'indicator,on,reporter\nestates,2020-06-30,housing\n',
      'x.csv:2 there is no value',
    ],
    [
      'no subject',
      'value,on,reporter\n1,2020-06-30,housing\n',
      'x.csv:2 there is no indicator or project',
    ],
    [
      'two subjects',
      'indicator,project,value,on,reporter\na,b,1,2020-06-30,housing\n',
      'x.csv:2 a row is of',
    ],
    [
      'an unknown state',
      'indicator,value,on,reporter,state\nestates,1,2020-06-30,housing,good\n',
      'x.csv:2:5 "good" must be one of',
    ],
    ['a quote that never ends', 'indicator,value\n"estates,1\n', 'x.csv:2 it is no CSV'],
    ['no rows', 'indicator,value\n', 'x.csv the batch is empty'],
    ['nothing at all', '', 'x.csv:1 the file is empty'],
  ])('refuses %s', async (_name, content, expected) => {
    const { code, err } = await report('x.csv', content)
    expect(code).toBe(1)
    expect(err).toContain(expected)
  })

  it.each([
    ['JSON that ends too early', '[{"value":1},', 'x.json[1] it is no JSON'],
    ['no JSON', '[{"value":1}}', 'x.json[1] it is no JSON'],
    ['text', '"a"', 'x.json it must be a JSON array, or have one object in each line'],
    ['nothing at all', ' ', 'x.json:1 the file is empty'],
    ['an empty array', '[]', 'x.json the batch is empty'],
    ['a list for a value', '[{"value":[1]}]', 'x.json[0].value it must be a string or a number'],
    ['a number among objects', '[1]', 'x.json[0] it must be an object'],
    ['an unknown member', '[{"colour": 1}]', 'x.json[0].colour there is no member "colour"'],
    ['a quote that never ends', `[{"value":"${'1'.repeat(300_000)}`, 'x.json[0] it has more than'],
    [
      'a wrong date',
      '[{"indicator":"estates","value":"1","on":"2020-06-31","reporter":"housing"}]',
      'x.json[0].on "2020-06-31" is not a date',
    ],
  ])('refuses %s', async (_name, content, expected) => {
    const { code, err } = await report('x.json', content)
    expect(code).toBe(1)
    expect(err).toContain(expected)
  })

  it.each([
    ['a line that is no JSON', '{"value":1}\nvalue\n', 'x.ndjson:2 it is no JSON'],
    ['half an object in a line', '{"value":\n1}\n', 'x.ndjson:1 this line is no whole JSON'],
    ['two objects in a line', '{"value":1} {"value":2}', 'x.ndjson:1 only one object'],
    ['a list in a line', '{"value":1}\n[1]', 'x.ndjson:2 it must be an object'],
    ['an endless line', `{"value":"${'1'.repeat(300_000)}`, 'x.ndjson:1 it has more than'],
    [
      'a wrong unit',
      '\n{"indicator":"estates","value":"1","on":"2020-06-30","reporter":"nobody"}\n',
      'x.ndjson:2.reporter there is no unit',
    ],
  ])('refuses %s', async (_name, content, expected) => {
    const { code, err } = await report('x.ndjson', content)
    expect(code).toBe(1)
    expect(err).toContain(expected)
  })

  it('tells the first hundred of all that is wrong, in the order of the file, and how much there is', async () => {
    const rows = Array.from({ length: 700 }, (_, at) =>
      at % 7 === 3
        ? ['estates,1,2020-06-30,housing,,']
        : [`${['stock', 'estates'][at % 2]},x${at},2020-06-30,nobody`],
    )
    const { code, err } = await report('x.csv', `indicator,value,on,reporter\n${rows.join('\n')}`)
    const lines = err.split('\n')
    expect(code).toBe(1)
    expect(lines).toHaveLength(101)
    expect(lines.at(-1)).toBe('and 1797 more, 1897 in all')
    const places = lines.slice(0, -1).map((line) => Number(line.split(':')[1]?.split(' ')[0]))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(lines[0]).toContain('x.csv:2:2 "x0" is not a decimal')
  })

  it.each([
    ['a file that is not there', 'none.csv', 'no such file'],
    ['a folder', '.', 'is no file'],
  ])('refuses %s', async (_name, name, expected) => {
    const { code, err } = await duban('report', join(folder, name), '--plan', 'office-2020')
    expect(code).toBe(1)
    expect(err).toContain(expected)
  })

  it('reports a spreadsheet in Chinese: heads, names and dates as it writes them, in GB 18030', async () => {
    // 指标,数值,日期 / 指标estates,60,2020/6/30
    const gb18030 = Buffer.from(
      'd6b8b1ea2ccafdd6b52cc8d5c6da0ad6b8b1ea657374617465732c36302c323032302f362f33300a',
      'hex',
    )
    const options = ['--unit', '住建局', '--name', '张三']
    expect((await report('半年.csv', gb18030, ...options, '--dry-run')).out).toBe(
      'the one value is good; nothing was written',
    )
    expect(await observations()).toEqual([])
    expect(await report('半年.csv', gb18030, ...options)).toEqual({
      code: 0,
      out: 'reported 1 value, revision 2',
      err: '',
    })
    expect(await observations()).toMatchObject([
      {
        of: { kind: 'INDICATOR', code: 'estates' },
        value: '60',
        effectiveOn: '2020-06-30',
        reporter: 'housing',
        state: 'SUBMITTED',
        recordedBy: '张三',
      },
    ])
    const again = await report('半年.csv', gb18030, ...options)
    expect(again.err).toContain('半年.csv:2 this unit has reported for this day')
  })

  it('reports JSON, and what has been invested in projects, as approved', async () => {
    const values = [
      { indicator: 'stock', value: 200, on: '2020-06-30', reporter: 'housing', note: '台账' },
      { project: 'bridge', value: '0.25', unit: 'YI_YUAN', on: '2020-06-30', reporter: 'roads' },
    ]
    const { code, out } = await report('x.json', JSON.stringify(values), '--approved', '--json')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { plan: 'office-2020', values: 2, revision: 3, saved: true },
    ])
    expect((await observations()).slice(1)).toMatchObject([
      { value: '200', note: '台账', state: 'APPROVED' },
      { of: { kind: 'PROJECT', code: 'bridge' }, value: '2500', state: 'APPROVED' },
    ])
  })

  it('reports lines of JSON with every digit, and what is simulated as simulated', async () => {
    const lines = [
      '{"指标":"stock","数值":12345678901234567890.10,"日期":"2020-7-1","填报单位":"office"}',
      '{"indicator":"estates","value":0.30,"on":"2020-07-01","reporter":"office"}',
    ]
    const { out, err } = await report('x.ndjson', `\uFEFF${lines.join('\r\n')}`, '--synthetic')
    expect([out, err]).toEqual(['reported 2 values, revision 4', ''])
    expect((await observations()).slice(3)).toMatchObject([
      { of: { code: 'stock' }, value: '12345678901234567890.1', synthetic: true },
      { of: { code: 'estates' }, value: '0.3', synthetic: true },
    ])
  })

  it('takes more than one request may hold', async () => {
    const rows = Array.from({ length: 5400 }, (_, at) => {
      const day = new Date(Date.UTC(2018, 0, 10 + Math.floor(at / 6))).toISOString().slice(0, 10)
      return `${['estates', 'stock'][at % 2]},${at},${day},${['housing', 'roads', 'office'][at % 3]}`
    })
    const { out, err } = await report(
      'years.csv',
      `indicator,value,on,reporter\n${rows.join('\n')}\n`,
    )
    expect([out, err]).toEqual(['reported 5400 values, revision 5', ''])
  })

  it('holds little of a long file: a hundred and fifty thousand rows in a heap of 100 megabytes', async () => {
    const made = ['--districts', '1', '--equal', '--indicators', '300', '--projects', '0']
    expect((await duban('generate', ...made, '--reports', 'none')).err).toBe('')
    const storage = await openStorage({ dataDir })
    const plan = await storage.loadPlan('district-0001-2019')
    await storage.close()
    const codes = (plan?.facts ?? []).flatMap((fact) => {
      const set = fact.type === 'DEFINITION' && 'set' in fact.change ? fact.change.set : null
      const isObserved =
        set?.kind === 'INDICATOR' && !['RATIO', 'DERIVED'].includes(set.value.accumulation)
      return isObserved ? [set.code] : []
    })
    const rows = Array.from({ length: 150_000 }, (_, at) => {
      const day = new Date(Date.UTC(2018, 0, 10 + Math.floor(at / codes.length)))
      return `${codes[at % codes.length]},${at},${day.toISOString().slice(0, 10)},development-reform`
    })
    const path = file('long.csv', `indicator,value,on,reporter\n${rows.join('\n')}\n`)
    // Said on the standard error as the process ends, in KiB.
    const told = 'process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [
        '--max-old-space-size=100',
        '--import',
        `data:text/javascript,${encodeURIComponent(told)}`,
        fileURLToPath(new URL('../dist/duban.js', import.meta.url)),
        'report',
        path,
        '--plan',
        'district-0001-2019',
      ],
      { env: { PATH: process.env.PATH, DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' } },
    )
    expect(stdout).toBe('reported 150000 values, revision 2\n')
    expect(Number(stderr)).toBeLessThan(300 * 1024)
  }, 120_000)
})
