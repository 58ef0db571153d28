import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/run.ts'
import { ask } from './support/ask.ts'
import { testServer } from './support/test-server.ts'
import { testTerminal } from './support/test-terminal.ts'

const text = '重点任务\n\n新建学校18所，年底前完成。\n争取6月底前完成设计😀。\n'
const start = text.indexOf('新建学校18所')

const planFile = (sha256: string, end: number): string => `
format: duban-plan/1
plan:
  code: small
  title: { zh: 小计划 }
  district: { code: d, name: { zh: 某区 } }
  period: { start: 2020-01-01, end: 2020-12-31 }
  timeZone: Asia/Shanghai
documents:
  - { code: paper, title: { zh: 文件 }, sha256: ${sha256} }
indicators:
  - code: schools
    title: { zh: 新建学校 }
    direction: INCREASE
    comparator: AT_LEAST
    target: 18
    unit: INSTITUTION
    accumulation: CUMULATIVE
    dueOn: 2020-12-31
    locators: [{ section: 重点任务, paragraph: 2, start: ${start}, end: ${end} }]
    readings: [{ field: dueOn, basis: INFERRED, note: { zh: 年度计划 } }]
`

describe('duban attach', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-attach-'))
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const sha256 = createHash('sha256').update(text).digest('hex')
  const paper = file('paper.txt', text)
  const env = { DATA_DIR: join(folder, 'data'), LANG: 'en_GB.UTF-8' }
  const duban = async (...argv: string[]) => {
    const terminal = testTerminal(env)
    return { code: await run(argv, terminal), ...terminal.said() }
  }
  /** The answer of the graph over what the command has stored. */
  const quotes = async () => {
    const { server, close } = await testServer({ dataDir: env.DATA_DIR })
    const { data } = await ask(
      server,
      '{ plan(code: "small") { documents { textHeld } indicators { nodes { locators { quote } } } } }',
    )
    await close()
    return data
  }

  beforeAll(() => duban('import', file('plan.yaml', planFile(sha256, start + 7))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is needed before a locator quotes: until then quote is null', async () => {
    expect(await quotes()).toEqual({
      plan: {
        documents: [{ textHeld: false }],
        indicators: { nodes: [{ locators: [{ quote: null }] }] },
      },
    })
  })

  it.each([
    ['another text', () => file('other.txt', `${text} `), /SHA-256/],
    ['a file that is not there', () => join(folder, 'none.txt'), /no such file/],
    ['a folder', () => folder, /is a folder/],
  ])('refuses %s, and nothing changes', async (_name, path, reason) => {
    const { code, err, out } = await duban('attach', path(), '--plan', 'small')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(reason)
    expect(JSON.stringify(await quotes())).toContain('"quote":null')
  })

  it('refuses a plan that is not there', async () => {
    const { code, err } = await duban('attach', paper, '--plan', 'none')
    expect([code, err]).toEqual([1, 'there is no plan none'])
  })

  it('quotes to the letter once the text is attached, and again does no harm', async () => {
    for (let times = 0; times < 2; times += 1) {
      const { code, err } = await duban('attach', paper, '--plan', 'small')
      expect([code, err]).toEqual([0, ''])
    }
    expect(await quotes()).toEqual({
      plan: {
        documents: [{ textHeld: true }],
        indicators: { nodes: [{ locators: [{ quote: text.slice(start, start + 7) }] }] },
      },
    })
  })

  it('refuses where the plan’s figure is not in its range, and says which', async () => {
    const changed = file('changed.yaml', planFile(sha256, start + 4))
    expect((await duban('import', changed)).code).toBe(0)
    const { code, err } = await duban('attach', paper, '--plan', 'small')
    expect(code).toBe(1)
    expect(err).toMatch(/schools/)
  })
})
