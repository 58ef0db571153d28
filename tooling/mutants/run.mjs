// Changes the domain in one place at a time and runs the tests that should notice. Usage: node tooling/mutants/run.mjs [part of a path]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The share of mutants that must be noticed. */
const WANTED = 0.85

/**
 * One change: in `file` under packages/domain/src, `find` (which stands there once) becomes `replace`; `tests` are
 * the folders whose tests should fail.
 * @typedef {{ file: string, find: string, replace: string, tests: string[] }} Mutant
 */

const root = new URL('../..', import.meta.url).pathname
const domain = join(root, 'packages', 'domain')
/** @type {Mutant[]} */
const mutants = JSON.parse(readFileSync(new URL('mutants.json', import.meta.url), 'utf8'))
const part = process.argv[2] ?? ''
const chosen = mutants.filter(({ file }) => file.includes(part))

const copy = mkdtempSync(join(tmpdir(), 'mutants-'))
const home = join(copy, 'packages', 'domain')
mkdirSync(home, { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
symlinkSync(join(domain, 'node_modules'), join(home, 'node_modules'))
for (const name of ['src', 'test', 'package.json', 'vitest.config.ts', 'tsconfig.json']) {
  cpSync(join(domain, name), join(home, name), { recursive: true })
}
cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))

/** Whether the tests of some folders pass on the copy as it stands. */
function pass(/** @type {string[]} */ tests) {
  const folders = tests.map((folder) => `src/${folder}/`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', ...folders, '--bail', '1', '--reporter', 'dot']
  const { status } = spawnSync(process.execPath, args, {
    cwd: home,
    stdio: 'ignore',
    timeout: 600_000,
  })
  return status === 0
}

try {
  const folders = [...new Set(chosen.flatMap(({ tests }) => tests))]
  if (!pass(folders)) throw new Error(`the tests of ${folders.join(', ')} fail without any change`)
  const alive = []
  for (const { file, find, replace, tests } of chosen) {
    const path = join(home, 'src', file)
    const source = readFileSync(path, 'utf8')
    if (source.split(find).length !== 2) {
      // The source has moved on: the mutant proves nothing until it is written anew.
      console.log(`STALE  ${file}: ${find}`)
      alive.push(file)
      continue
    }
    writeFileSync(
      path,
      source.replace(find, () => replace),
    )
    const survived = pass(tests)
    writeFileSync(path, source)
    console.log(`${survived ? 'ALIVE ' : 'killed'} ${file}: ${find} -> ${replace || '(nothing)'}`)
    if (survived) alive.push(file)
  }
  const killed = chosen.length - alive.length
  console.log(
    `${killed} of ${chosen.length} killed, ${Math.round((100 * killed) / chosen.length)} %`,
  )
  process.exitCode = killed < WANTED * chosen.length ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
