import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicName, readEntry } from './declarations.ts'

const root = new URL('..', import.meta.url).pathname
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
const compiler = join(dirname(typescript), 'bin', 'tsc')
const folder = mkdtempSync(join(tmpdir(), 'declarations-'))
const entries = ['index', 'rules', 'decide', 'messages', 'reports', 'documents'] as const

beforeAll(() => {
  const args = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--declarationMap', 'false']
  const out = ['--outDir', folder, '--tsBuildInfoFile', join(folder, '.tsbuildinfo')]
  execFileSync(process.execPath, [compiler, ...args, ...out], { cwd: root, stdio: 'pipe' })
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function sectionOf({ name, doc, code }: PublicName): string {
  return `#### ${name}\n\n${doc}\n\n\`\`\`ts\n${code}\n\`\`\`\n`
}

function chapterOf(entry: string): string {
  const path = entry === 'index' ? '@duban/domain' : `@duban/domain/${entry}`
  const names = readEntry(folder, entry)
  const nouns = [...new Set(names.map(({ noun }) => noun))]
  const parts = nouns.map((noun) => {
    const own = names.filter((each) => each.noun === noun)
    return `### ${noun}\n\n${own.map(sectionOf).join('\n')}`
  })
  return `## ${path}\n\n${parts.join('\n')}`
}

describe('the reference', () => {
  // `vitest run test/reference.test.ts --update` writes it anew.
  it('is the page in the docs, to the letter', async () => {
    const page = `# Reference of @duban/domain

Every public name, by entry and noun, as the compiler declares it. This page is made from the declarations and held equal to
them by a test.

${entries.map(chapterOf).join('\n')}`
    await expect(page).toMatchFileSnapshot('../../../apps/docs/reference/domain.md')
  })

  it.each(entries)('has a sentence on every public name of %s', (entry) => {
    const silent = readEntry(folder, entry).filter(({ doc }) => !/[.:]$/.test(doc))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('has each name in one entry, types of commands aside', () => {
    const seen = entries.flatMap((entry) =>
      readEntry(folder, entry)
        .filter(({ code }) => code.startsWith('function') || code.startsWith('const'))
        .map(({ name }) => name),
    )
    expect(seen.filter((name, at) => seen.indexOf(name) !== at)).toEqual([])
  })
})
