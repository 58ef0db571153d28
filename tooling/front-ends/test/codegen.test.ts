import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { parse, printSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from './schema.ts'
import { wholeSchema } from './whole-schema.ts'

describe('GraphQL Code Generator’s client preset, over the whole schema', () => {
  // Inside the package, so that what is generated finds the packages that it imports.
  const folder = mkdtempSync(fileURLToPath(new URL('../node_modules/.codegen-', import.meta.url)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const written = new Map<string, string>()

  beforeAll(async () => {
    const rawSDL = wholeSchema(schema)
    const sections = await preset.buildGeneratesSection({
      baseOutputDir: `${folder}/`,
      schema: parse(printSchema(schema)),
      schemaAst: schema,
      documents: [{ location: 'whole.graphql', rawSDL, document: parse(rawSDL) }],
      config: {
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
        enumType: 'string-literal',
        useTypeImports: true,
      },
      presetConfig: {},
      plugins: [],
      pluginMap: {},
    })
    for (const section of sections) {
      const text = await codegen(section)
      written.set(basename(section.filename), text)
      writeFileSync(section.filename, text)
    }
  })

  // The other files are the preset's own, the same for every schema.
  it('makes types without any', () => {
    const types = (written.get('graphql.ts') ?? '').replaceAll(
      /\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"/g,
      '',
    )
    expect(types).toContain('export type PlanLeavesFragment')
    expect(types).toContain('export type ImportPlanInput')
    expect(types.match(/.*\bany\b.*/g)).toBeNull()
  })

  it('compiles strictly', async () => {
    const compiler = join(
      createRequire(import.meta.url).resolve('typescript/package.json'),
      '../bin/tsc',
    )
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
    const modules = ['--module', 'preserve', '--moduleResolution', 'bundler', '--target', 'es2022']
    const options = [...strict, ...modules, '--noEmit', '--skipLibCheck', '--ignoreConfig']
    const compiled = promisify(execFile)(process.execPath, [compiler, ...options, 'index.ts'], {
      cwd: folder,
    })
    await expect(compiled).resolves.toMatchObject({ stdout: '' })
  })
})
