import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
const compiler = join(dirname(typescript), 'bin', 'tsc')
const project = realpathSync(mkdtempSync(join(tmpdir(), 'consumer-')))
const installed = join(project, 'node_modules', '@duban', 'domain')

function node(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    // What the compiler says stands on stdout, which the error does not show.
    throw error instanceof Error && 'stdout' in error ? new Error(String(error.stdout)) : error
  }
}

/** An empty project with the packed library in it; its dependencies are linked, as no registry is asked. */
beforeAll(() => {
  node([compiler, '-b', 'tsconfig.build.json'], root)
  const args = ['pack', '--ignore-scripts', '--offline', '--pack-destination', project]
  const name = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  mkdirSync(installed, { recursive: true })
  const tarball = join(project, name.split('\n').at(-1) ?? '')
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(manifest.dependencies)) {
    const link = join(project, 'node_modules', dependency)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(root, 'node_modules', dependency)), link)
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
}, 60_000)

afterAll(() => {
  rmSync(project, { recursive: true, force: true })
})

const program = `
import { addQuantities, findMeasureUnit, type Plan, timeProgress } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'

const period: Plan['period'] = { start: '2020-01-01', end: '2020-12-31' }
const progress: string | null = timeProgress(period, '2020-03-31')
const yi = findMeasureUnit('YI_YUAN')
const wan = findMeasureUnit('WAN_YUAN')
const sum = yi && wan && addQuantities([{ value: '1', unit: yi }, { value: '5', unit: wan }], wan)
export const said = [progress, sum?.ok === true ? sum.value : sum, typeof createRuleEngine]
console.log(JSON.stringify(said))
`

describe('the packed library in an empty project', () => {
  it('runs in plain Node', () => {
    const plain = program.replace(/(: Plan\['period'\]|: string \| null|type Plan, )/g, '')
    writeFileSync(join(project, 'plain.js'), plain)
    expect(node(['plain.js'], project)).toBe('["0.25","10005","function"]\n')
  })

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('compiles with module %s and resolution %s, its own types checked', (module, resolution) => {
    writeFileSync(join(project, 'typed.ts'), program)
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution: resolution,
          target: 'es2023',
          lib: ['es2023', 'dom'],
          types: [],
          strict: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['typed.ts'],
      }),
    )
    expect(node([compiler, '-p', 'tsconfig.json'], project)).toBe('')
  })

  it('holds what is published and no test', () => {
    const files = execFileSync('find', ['.', '-type', 'f'], { cwd: installed, encoding: 'utf8' })
    expect(files).toContain('./dist/index.d.ts')
    expect(files).toContain('./README.md')
    expect(files).toContain('./LICENSE')
    expect(files).not.toMatch(/\.test(-d)?\.|tsbuildinfo|vitest/)
  })
})
