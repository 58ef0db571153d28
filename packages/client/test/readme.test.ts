import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const codeIn = (page: string): readonly string[] => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8')
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
}

/** Code without its comments, which are in the language of the page. */
const bare = (code: string): string => code.replaceAll(/ *\/\/ .*/g, '')

describe('the README', () => {
  // Inside the package, so that its examples find it by its name.
  const folder = mkdtempSync(fileURLToPath(new URL('../node_modules/.readme-', import.meta.url)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has examples that compile, the same in both languages', async () => {
    const examples = codeIn('README.md')
    expect(examples).toHaveLength(4)
    expect(codeIn('README.zh.md').map(bare)).toEqual(examples.map(bare))
    const files = examples.map((code, at) => {
      writeFileSync(join(folder, `${at}.ts`), code)
      return `${at}.ts`
    })
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2023']
    const modules = ['--module', 'preserve', '--customConditions', '@duban/source']
    const sources = ['--allowImportingTsExtensions', '--lib', 'es2023,dom', '--skipLibCheck']
    const compiled = promisify(execFile)(
      process.execPath,
      [join(typescript, '../bin/tsc'), ...options, ...modules, ...sources, ...files],
      { cwd: folder },
    )
    await expect(compiled).resolves.toMatchObject({ stdout: '' })
  })
})
