// Writes the table of commitments into both READMEs, between their markers.
import { readFile, writeFile } from 'node:fs/promises'
import { commitmentTable } from '../dist/commitment-table.js'
import { loadErqi2020 } from '../dist/index.js'

const plan = await loadErqi2020()
for (const [name, lang] of [
  ['README.md', 'EN'],
  ['README.zh.md', 'ZH'],
]) {
  const url = new URL(`../${name}`, import.meta.url)
  const page = await readFile(url, 'utf8')
  const table = commitmentTable(plan, lang)
  const between = /(<!-- table -->\n)[\s\S]*(<!-- \/table -->)/
  if (!between.test(page)) throw new Error(`${name} has no markers for the table`)
  await writeFile(
    url,
    page.replace(between, (_, open, close) => `${open}\n${table}\n\n${close}`),
  )
}
