import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** The minified bundle for a browser of a module with this source. */
async function bundle(source: string): Promise<Uint8Array> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@duban/source'],
    write: false,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** Kilobytes of a bundle as a web server sends it. */
function sizeOf(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length / 1000
}

describe('the bundle for a browser', () => {
  // esbuild refuses every module of Node's when it builds for a browser.
  it('needs nothing of Node and has under 45 kB without rules', async () => {
    const size = sizeOf(await bundle("export * from '@duban/domain'"))
    expect(size).toBeGreaterThan(5)
    expect(size).toBeLessThan(45)
  })

  it('has under 75 kB with rules', async () => {
    const size = sizeOf(
      await bundle("export * from '@duban/domain'; export * as rules from '@duban/domain/rules'"),
    )
    expect(size).toBeLessThan(75)
  })

  it('leaves out what is not used', async () => {
    const all = sizeOf(await bundle("export * from '@duban/domain'"))
    const one = sizeOf(await bundle("export { timeProgress } from '@duban/domain'"))
    expect(one).toBeLessThan(all / 2)
  })

  it('does not load the rule engine with the main entry', async () => {
    const text = new TextDecoder().decode(await bundle("export * from '@duban/domain'"))
    const withRules = new TextDecoder().decode(await bundle("export * from '@duban/domain/rules'"))
    // A message of cel-js's own parser.
    const mark = 'Unterminated string'
    expect(withRules).toContain(mark)
    expect(text).not.toContain(mark)
  })
})
