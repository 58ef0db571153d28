import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const example = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? ''

test('the example of the README is a plan file', () => {
  const parsed = parsePlan(example)
  expect(parsed).toMatchObject({ ok: true, facts: [], warnings: [] })
  expect(parsed.ok && parsed.plan.indicators[0]).toMatchObject({
    target: '518',
    locators: [{ document: 'example-article', section: '重点1' }],
  })
})
