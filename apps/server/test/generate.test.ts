import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePlan } from '@duban/plan-file'
import { openStorage } from '@duban/storage'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/run.ts'
import { testTerminal } from './support/test-terminal.ts'

const small = ['--projects', '6', '--indicators', '9', '--milestones', '6', '--tasks', '3']

describe('duban generate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-generate-'))
  const dataDir = join(folder, 'data')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function duban(...argv: string[]) {
    const terminal = testTerminal({ DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' })
    return { code: await run(argv, terminal), ...terminal.said() }
  }

  async function stored() {
    const storage = await openStorage({ dataDir })
    const plans = await storage.loadPlans(['district-0001-2019', 'district-0002-2019'])
    await storage.close()
    return plans.flatMap((plan) => plan ?? [])
  }

  const bytesIn = (name: string) =>
    readdirSync(join(folder, name)).map((file) => [
      file,
      readFileSync(join(folder, name, file), 'utf8'),
    ])

  it('writes the same bytes for the same options, and others for another seed', async () => {
    const files = (name: string, seed: string) =>
      duban('generate', '--districts', '2', '--seed', seed, ...small, '--out', join(folder, name))
    expect((await files('one', 'a')).err).toBe('')
    await files('two', 'a')
    await files('three', 'b')
    expect(bytesIn('one').map(([file]) => file)).toEqual([
      'district-0001-2019.yaml',
      'district-0002-2019.yaml',
    ])
    expect(bytesIn('two')).toEqual(bytesIn('one'))
    expect(bytesIn('three')).not.toEqual(bytesIn('one'))
  })

  it('says of every plan and every fact that it is simulated', () => {
    for (const [, text = ''] of bytesIn('one')) {
      const read = parsePlan(text)
      if (!read.ok) throw new Error(JSON.stringify(read.issues))
      expect(read.plan.synthetic).toBe(true)
      expect(read.plan.title.zh).toContain('模拟')
      expect(read.plan.title.en).toContain('simulated')
      expect(read.facts.length).toBeGreaterThan(50)
      expect(read.facts.filter(({ synthetic }) => synthetic !== true)).toEqual([])
    }
  })

  it('fills the database, and changes nothing the second time', async () => {
    const first = await duban('generate', '--districts', '2', ...small, '--json')
    expect(first.err).toBe('')
    const told = JSON.parse(first.out)
    expect(told).toMatchObject({ plans: 2, unchanged: 0, year: 2019, stored: true })
    const plans = await stored()
    const facts = plans.flatMap((plan) => plan.facts)
    expect(plans.map(({ revision }) => revision)).toEqual([1, 1])
    expect(facts).toHaveLength(told.facts)
    expect(facts.filter(({ synthetic }) => synthetic !== true)).toEqual([])
    const again = await duban('generate', '--districts', '3', ...small, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ plans: 3, unchanged: 2 })
  })

  it('makes plans without reports, of exactly the sizes where they are to be equal', async () => {
    const out = join(folder, 'bare')
    const sized = ['--equal', '--reports', 'none', '--as', 'json', '--out', out]
    expect((await duban('generate', '--districts', '3', ...small, ...sized)).err).toBe('')
    for (const [, text = ''] of bytesIn('bare')) {
      const read = parsePlan(text)
      if (!read.ok) throw new Error(JSON.stringify(read.issues))
      const { projects, indicators, milestones, tasks } = read.plan
      expect([projects, indicators, milestones, tasks].map((list) => list.length)).toEqual([
        6, 9, 6, 3,
      ])
      expect(read.facts.filter(({ type }) => type === 'OBSERVATION')).toEqual([])
    }
  })

  it('says that a year is not over, and writes none of it', async () => {
    const { code, err, out } = await duban('generate', '--year', '2020', '--out', folder)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/lies ahead/)
    expect(readdirSync(folder)).not.toContain('district-0001-2020.yaml')
  })

  it('refuses plans of another seed under the same codes, and names the plan', async () => {
    const { code, err } = await duban('generate', '--seed', 'other', ...small)
    expect(code).toBe(1)
    expect(err).toMatch(/^district-0001-2019: /)
  })

  it('says where it cannot write', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, err } = await duban('generate', '--out', file)
    expect([code, err]).toEqual([1, `${file}: cannot be written, it is there already`])
  })

  it.each([
    ['--districts', '0'],
    ['--projects', '-1'],
    ['--tasks', '0'],
    ['--rules', '1000'],
    ['--year', 'soon'],
    ['--reports', 'never'],
  ])('%s %s is wrong use', async (option, value) => {
    const { code, err } = await duban('generate', option, value)
    expect(code).toBe(2)
    expect(err).toMatch(/^wrong use: /)
  })
})
