import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const resolveDir = new URL('..', import.meta.url).pathname

/** The minified bundle for a browser of a module with this source. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@duban/source'],
    write: false,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  return outputFiles[0]?.text ?? ''
}

describe('the bundle for a browser', () => {
  // esbuild refuses every module of Node's when it builds for a browser.
  it('needs nothing of Node, no other package, and under 8 kB gzipped', async () => {
    const text = await bundle("export * from '@duban/client'")
    const size = gzipSync(text, { level: 9 }).length / 1000
    expect(size).toBeGreaterThan(2)
    expect(size).toBeLessThan(8)
    expect(text).not.toMatch(/\bimport\b|\brequire\(|\bprocess\.|\bBuffer\b/)
  })

  it('leaves out the operations that are not used', async () => {
    const text = await bundle("export { createClient, viewer } from '@duban/client'")
    expect(text).toContain('query Viewer')
    expect(text).not.toContain('PlanOverview')
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(3000)
  })
})
