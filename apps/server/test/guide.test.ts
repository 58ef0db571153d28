import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/run.ts'
import { limitVariables, readSettings } from '../src/settings/read-settings.ts'
import { defaultLimits } from '../src/settings/settings.ts'
import { ask } from './support/ask.ts'
import { askedAt, storeReportedYear } from './support/reported-year.ts'
import { testServer } from './support/test-server.ts'
import { testTerminal } from './support/test-terminal.ts'

const pages = ['guide.md', 'guide.zh.md'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'),
}))

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  )
const queriesOf = (text: string): string[] => blocksOf(text, 'graphql')

describe('the guide', async () => {
  const { server, storage, close } = await testServer({ now: () => new Date(askedAt) })
  afterAll(close)
  await storeReportedYear(storage)

  it.each(
    pages.flatMap(({ name, text }) =>
      queriesOf(text).map((query, at) => [name, at + 1, query] as const),
    ),
  )('%s: query %i is answered', async (_name, _at, query) => {
    const { errors, data } = await ask(server, query)
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).not.toMatch(/"plan":null|"nodes":\[\]/)
  })

  it('asks the same in both languages', () => {
    const [english, chinese] = pages.map(({ text }) => queriesOf(text))
    expect(chinese).toEqual(english)
    expect(english?.length).toBeGreaterThan(6)
  })

  it.each(pages)('$name tells every limit as it is', ({ text }) => {
    for (const [limit, value] of Object.entries(defaultLimits)) {
      const variable = limitVariables[limit as keyof typeof limitVariables]
      expect(text).toContain(`| \`${variable}\` | ${value} |`)
    }
  })

  it.each(pages)('$name names every setting that is read', ({ text }) => {
    const asked = new Set<string>()
    readSettings(new Proxy({}, { get: (_env, name) => void asked.add(String(name)) }))
    expect(asked.size).toBeGreaterThan(20)
    expect([...asked].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it.each(pages)('$name names every command', async ({ text }) => {
    const terminal = testTerminal({})
    await run(['--help'], terminal)
    const listed = terminal.said().out.split('Commands:')[1] ?? ''
    const commands = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
    expect(commands).toContain('serve')
    expect(commands.filter((name) => name !== 'help' && !text.includes(`| \`${name}`))).toEqual([])
  })

  it('shows the same commands in both languages', () => {
    const [english, chinese] = pages.map(({ text }) => blocksOf(text, 'sh'))
    expect(chinese).toEqual(english)
  })

  it.each(pages)('$name: every command that it shows is done', async ({ text }) => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-guide-'))
    const env = { DATA_DIR: join(folder, 'data'), LANG: 'en_GB.UTF-8' }
    writeFileSync(join(folder, 'values.csv'), blocksOf(text, 'csv')[0] ?? '')
    const commands = blocksOf(text, 'sh')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('duban '))
    expect(commands.length).toBeGreaterThan(10)
    for (const command of commands) {
      const terminal = testTerminal(env, '2026-11-01T00:00:00Z')
      const [, ...argv] = command
        .split(' ')
        .map((word) =>
          /^plans|\.(csv|yaml|json|xlsx|ics)$/.test(word) ? join(folder, word) : word,
        )
      const code = await run(argv, terminal)
      expect({ command, code, err: terminal.said().err }).toEqual({ command, code: 0, err: '' })
    }
    rmSync(folder, { recursive: true, force: true })
  })
})
