import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erqi2020PlanUrl } from '@duban/erqi-2020'
import { parsePlan } from '@duban/plan-file'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { derivedRows } from '../../../packages/storage/test/derived-rows.ts'
import { rowsOfFile } from '../../../packages/storage/test/rows-of-file.ts'
import { run } from '../src/cli/run.ts'
import { type TestTerminal, testTerminal } from './support/test-terminal.ts'

describe('duban', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-cli-'))
  const env = {
    DATA_DIR: join(folder, 'data'),
    LANG: 'en_GB.UTF-8',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DUBAN_SIMULATED: 'off',
  }
  const erqi = erqi2020PlanUrl.pathname
  const duban = async (...argv: string[]) => {
    const terminal = testTerminal(env)
    return { code: await run(argv, terminal), ...terminal.said() }
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  beforeAll(async () => {
    first = await duban('import', erqi)
  })
  let first: Awaited<ReturnType<typeof duban>>

  it('import: a plan is there at its first revision, and the same file again changes nothing', async () => {
    expect(first).toEqual({ code: 0, out: 'imported erqi-2020, revision 1', err: '' })
    const { code, out } = await duban('import', erqi)
    expect([code, out]).toEqual([0, 'erqi-2020 is unchanged, revision 1'])
  })

  it('import: a wrong file is refused with line and column, and nothing changes', async () => {
    const wrong = join(folder, 'wrong.yaml')
    writeFileSync(wrong, readFileSync(erqi, 'utf8').replace('end: 2020-12-31', 'end: 2020-02-30'))
    const english = await duban('import', wrong)
    expect(english.code).toBe(1)
    expect(english.err).toMatch(/^wrong\.yaml:\d+:\d+ .*2020-02-30/m)
    const chinese = await duban('import', wrong, '--lang', 'zh')
    expect(chinese.err).toMatch(/^wrong\.yaml:\d+:\d+ .*\p{Script=Han}/mu)
    expect((await duban('import', erqi)).out).toContain('unchanged')
  })

  it('check: says what a good file holds, and touches no database', async () => {
    const terminal = testTerminal({ ...env, DATA_DIR: join(folder, 'never') })
    expect(await run(['check', erqi], terminal)).toBe(0)
    expect(terminal.said().out).toMatch(/no errors/)
    expect(() => readFileSync(join(folder, 'never', 'duban.db'))).toThrow(/ENOENT/)
  })

  it('check: takes a file that is longer than what is taken over HTTP', async () => {
    const long = join(folder, 'long.yaml')
    const comments = `# ${'-'.repeat(1000)}\n`.repeat(9000)
    writeFileSync(long, comments + readFileSync(erqi, 'utf8'))
    const { code, out } = await duban('check', long)
    expect([code, out.includes('no errors')]).toEqual([0, true])
  })

  it.each(['yaml', 'json'])(
    'export --as %s: gives a file that reads as the same plan',
    async (as) => {
      const file = join(folder, `out.${as}`)
      expect((await duban('export', 'erqi-2020', '--as', as, '--out', file)).code).toBe(0)
      const [exported, original] = [file, erqi].map((path) => parsePlan(readFileSync(path)))
      expect(exported?.ok && exported.plan).toEqual(original?.ok && original.plan)
    },
  )

  it('status: every commitment on a date, for machines with --json', async () => {
    const { code, out } = await duban('status', 'erqi-2020', '--as-of', '2020-07-01', '--json')
    expect(code).toBe(0)
    const told = JSON.parse(out)
    expect(told).toMatchObject({ plan: 'erqi-2020', asOf: '2020-07-01' })
    expect(told.commitments).toContainEqual(
      expect.objectContaining({
        id: 'milestone/new-starts-cleared',
        status: 'OVERDUE',
        light: 'RED',
      }),
    )
  })

  it('rebuild and backup: say what they did', async () => {
    expect((await duban('rebuild')).out).toBe('rebuilt 1 plans')
    const copy = join(folder, 'copy.db')
    expect((await duban('backup', copy)).out).toBe(`backed up to ${copy}`)
    expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3')
  })

  it.each([
    ['an unknown command', ['sing']],
    ['an unknown option', ['status', 'erqi-2020', '--loud']],
    ['a missing argument', ['import']],
    ['a missing option', ['attach', 'x.txt']],
    ['a date that is none', ['status', 'erqi-2020', '--as-of', '2020-02-30']],
    ['a format that is none', ['export', 'erqi-2020', '--as', 'pdf']],
  ])('%s is wrong use: exit code 2, one line on the standard error', async (_name, argv) => {
    const { code, out, err } = await duban(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^wrong use: .+$/)
  })

  it('help is no error, and is in the language asked for', async () => {
    const { code, out } = await duban('--help', '--lang', 'zh')
    expect(code).toBe(0)
    expect(out).toContain('导入计划文件')
  })

  it('speaks Chinese where the locale is Chinese', async () => {
    const terminal = testTerminal({ ...env, LANG: 'zh_CN.UTF-8' })
    expect(await run(['status', 'none'], terminal)).toBe(1)
    expect(terminal.said().err).toBe('没有计划 none')
  })

  it('refuses wrong settings, all of them at once', async () => {
    const terminal = testTerminal({ ...env, PORT: 'x', LOG_LEVEL: 'loud' })
    expect(await run(['serve'], terminal)).toBe(1)
    expect(terminal.said().err.split('\n')).toHaveLength(2)
  })

  describe('serve', () => {
    /** The address a server says, or what it says instead. */
    const until = async (terminal: TestTerminal): Promise<string> => {
      for (;;) {
        const { out, err } = terminal.said()
        if (out + err !== '') return out + err
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }

    it('loads Erqi’s plan, says where it is, answers, and ends cleanly when told to', async () => {
      const own = { ...env, DATA_DIR: join(folder, 'served') }
      for (const revision of [1, 1]) {
        const terminal = testTerminal(own)
        const ended = run(['serve'], terminal)
        const url = await until(terminal)
        expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/)
        const query = '{ plan(code: "erqi-2020") { revision plates { code } tasks { code } } }'
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        const { data } = await response.json()
        expect(data.plan.revision).toBe(revision)
        expect([data.plan.plates.length, data.plan.tasks.length]).toEqual([6, 7])
        terminal.stop()
        expect(await ended).toBe(0)
        await expect(fetch(url)).rejects.toThrow('fetch failed')
      }
    })

    it('loads the same plan with a simulated year beside it, which says so', async () => {
      const own = { ...env, DATA_DIR: join(folder, 'simulated'), DUBAN_SIMULATED: 'on' }
      // The simulated year has been recorded by then.
      const terminal = testTerminal(own, '2021-06-01T00:00:00Z')
      const ended = run(['serve'], terminal)
      const url = await until(terminal)
      const query = '{ plans { nodes { code synthetic title projects { totalCount } } } }'
      const response = await fetch(`${url}?query=${encodeURIComponent(query)}`)
      const { data } = await response.json()
      terminal.stop()
      expect(await ended).toBe(0)
      expect(data.plans.nodes).toMatchObject([
        { code: 'erqi-2020', synthetic: false, projects: { totalCount: 36 } },
        {
          code: 'erqi-2020-simulated',
          synthetic: true,
          title: expect.stringContaining('模拟'),
          projects: { totalCount: 260 },
        },
      ])
    }, 60_000)

    it('derives what an earlier version did not, before it answers', async () => {
      const own = { ...env, DATA_DIR: join(folder, 'earlier') }
      const url = `file:${join(own.DATA_DIR, 'duban.db')}`
      const rows = (sql: string) => rowsOfFile(url, sql)
      expect(await run(['import', erqi], testTerminal(own))).toBe(0)
      const written = await derivedRows({ rows })
      expect(written.map((each) => each.length > 30)).toEqual([true, true, true])
      await rows('delete from measured')
      await rows('delete from project_step')
      await rows('update plan set derivation = 0')
      const terminal = testTerminal(own)
      const ended = run(['serve'], terminal)
      await until(terminal)
      expect(await derivedRows({ rows })).toEqual(written)
      terminal.stop()
      expect(await ended).toBe(0)
    })

    it('says in one line that its port is taken', async () => {
      const first = testTerminal({ ...env, DATA_DIR: join(folder, 'first') })
      const ended = run(['serve'], first)
      const { port } = new URL(await until(first))
      const second = testTerminal({ ...env, DATA_DIR: join(folder, 'second'), PORT: port })
      expect(await run(['serve'], second)).toBe(1)
      expect(second.said().err).toBe(
        `cannot listen on 127.0.0.1:${port}: it is in use; choose another with PORT`,
      )
      first.stop()
      await ended
    })
  })
})
