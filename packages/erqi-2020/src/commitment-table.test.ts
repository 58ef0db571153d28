import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { commitmentTable } from './commitment-table.ts'
import { loadErqi2020 } from './index.ts'

describe('the table in the README', () => {
  it.each([
    ['README.md', 'EN'],
    ['README.zh.md', 'ZH'],
  ] as const)('%s equals the plan', async (name, lang) => {
    const page = await readFile(new URL(`../${name}`, import.meta.url), 'utf8')
    const between = /<!-- table -->\n\n([\s\S]*)\n\n<!-- \/table -->/.exec(page)?.[1]
    expect(cellsOf(between ?? '')).toEqual(cellsOf(commitmentTable(await loadErqi2020(), lang)))
  })

  it('has a row for every promise, with a range for every place', async () => {
    const plan = await loadErqi2020()
    const promises = [...plan.indicators, ...plan.milestones, ...plan.rules]
    const rows = commitmentTable(plan, 'EN').split('\n').slice(2)
    expect(rows).toHaveLength(promises.length)
    for (const [at, { code, locators }] of promises.entries()) {
      expect(rows[at]).toContain(`\`${code}\``)
      for (const { start, end } of locators) expect(rows[at]).toContain(`[${start}, ${end})`)
    }
  })
})

/** The cells of a table, however a formatter has aligned them. */
function cellsOf(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')))
}
