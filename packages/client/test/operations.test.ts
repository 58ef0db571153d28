import { readFileSync, writeFileSync } from 'node:fs'
import { Kind } from 'graphql'
import { describe, expect, it } from 'vitest'
import * as client from '../src/index.ts'
import { generateOperations, operationFiles } from './generate-operations.ts'

const file = new URL('../src/generated/graphql.ts', import.meta.url)
const manifestFile = new URL('../operations/generated/operations.json', import.meta.url)

/** TypeScript without its comments and texts. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|`[^`]*`|'[^']*'|"[^"]*"/g, '')
}

describe('the operations', () => {
  it('are generated from the schema that the server prints; pnpm operations writes them anew', async () => {
    const { module, manifest } = await generateOperations()
    if (process.env.UPDATE_OPERATIONS === '1') {
      writeFileSync(file, module)
      writeFileSync(manifestFile, manifest)
    }
    expect(module).toBe(readFileSync(file, 'utf8'))
    expect(manifest).toBe(readFileSync(manifestFile, 'utf8'))
  })

  it('hold no any', () => {
    const code = codeOf(readFileSync(file, 'utf8'))
    expect(code).toContain('readonly timeProgress: string | null')
    expect(code.match(/\bany\b/g)).toBeNull()
  })

  it('are all to be had by their names', () => {
    const names = operationFiles().flatMap(({ document }) =>
      document.definitions.flatMap((one) =>
        one.kind === Kind.OPERATION_DEFINITION ? (one.name?.value ?? 'one without a name') : [],
      ),
    )
    expect(names.length).toBeGreaterThanOrEqual(12)
    const texts = Object.values(client).flatMap((one) =>
      one instanceof String ? [one.toString()] : [],
    )
    const exported = texts.map(
      (text) => /^\s*(?:query|mutation|subscription) (\w+)/.exec(text)?.[1],
    )
    expect(exported).toHaveLength(names.length)
    expect(new Set(exported)).toEqual(new Set(names))
  })
})
