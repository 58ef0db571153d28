import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import type { Plan } from '../src/plan/plan.ts'
import { factsAfter } from './year.ts'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'readme-'))
const text = readFileSync(join(root, 'README.md'), 'utf8')
const examples = [...text.matchAll(/^## (.+)\n[^#]*?```ts\n([\s\S]*?)```/gm)].map(
  ([, title = '', code = '']) => ({ title, code }),
)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The plan that the second example makes, for those that refer to it. */
const planSource = /const plan: Plan = (\{[\s\S]*?\n\})\n/.exec(text)?.[1] ?? ''

/** What an example says it prints: the comments behind its console.log, and those on lines of their own. */
function saidBy(code: string): string[] {
  return code.split('\n').flatMap((line) => {
    const said = /(?:console\.log\(.*\)|^ *) ?\/\/ (.+)$/.exec(line)?.[1]
    return said === undefined ? [] : [said]
  })
}

async function run(code: string): Promise<string[]> {
  const file = join(folder, 'plan.mjs')
  writeFileSync(file, `export const plan = ${planSource}`)
  const { plan }: { plan: Plan } = await import(file)
  const facts = factsAfter(
    plan,
    ['estates', '2020-03-31', '60'],
    ['estates', '2020-06-30', '130'],
    ['estates', '2020-09-30', '190'],
  )
  const given = code
    .replace(/^declare const plan: Plan.*$/m, `const plan: Plan = ${planSource}`)
    .replace(
      /^declare const facts: PlanFacts.*$/m,
      `const facts: PlanFacts = ${JSON.stringify(facts)}`,
    )
  const { outputFiles } = await build({
    stdin: { contents: given, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@duban/source'],
    write: false,
  })
  const program = join(folder, 'example.mjs')
  writeFileSync(program, outputFiles[0]?.contents ?? '')
  const printed = execFileSync(process.execPath, [program], { encoding: 'utf8' })
  return printed.trimEnd().split('\n')
}

describe('the examples of the README', () => {
  it('are five', () => {
    expect(examples.map(({ title }) => title)).toHaveLength(5)
  })

  it.each(examples)('print what they say: $title', async ({ code }) => {
    const said = saidBy(code)
    expect(said.length).toBeGreaterThan(0)
    expect(await run(code)).toEqual(said)
  })
})
