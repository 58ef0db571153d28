import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const thread = 'checkpoint-thread.js'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

/** A file beside this one that plain Node can run, and how to take it away. */
export interface Program {
  readonly file: string
  remove(): void
}

/** Bundles a program of this folder; two levels below the package's root, where it finds packages and migrations. */
export async function buildProgram(name: 'writer' | 'counter'): Promise<Program> {
  const folder = mkdtempSync(`${packageFolder}node_modules/.${name}-`)
  const file = `${folder}/${name}.mjs`
  // A thread of its own runs it, which no bundle holds.
  copyFileSync(`${packageFolder}src/connect/${thread}`, `${folder}/${thread}`)
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@duban/source'],
    external: ['better-sqlite3', 'drizzle-orm', 'pg'],
    logLevel: 'warning',
  })
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
