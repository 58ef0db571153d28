import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePlan, planJsonSchema } from '../src/index.ts'

const pages = ['plan-file.md', 'plan-file.zh.md']

function page(name: string): string {
  return readFileSync(new URL(`../../../apps/docs/${name}`, import.meta.url), 'utf8')
}

/** Every key and every value to choose that a schema names, wherever it stands. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, enum: values, const: value } = schema as Record<string, unknown>
  return [
    ...(typeof properties === 'object' && properties !== null ? Object.keys(properties) : []),
    ...[values, value].flat().filter((each) => typeof each === 'string'),
    ...Object.values(schema).flatMap(namesIn),
  ]
}

// The words of a review's state are those of the API, for facts are not written by hand.
const notForAuthors = new Set(['DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED'])

test.each(pages)('%s names every key and every value to choose', (name) => {
  const text = page(name)
  const names = [...new Set(namesIn(planJsonSchema))].filter((each) => !notForAuthors.has(each))
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((each) => !new RegExp(`\\b${each}\\b`).test(text))).toEqual([])
})

test.each(pages)('the example of %s is a plan file', (name) => {
  const example = /```yaml\n(.*?)```/s.exec(page(name))?.[1] ?? ''
  expect(parsePlan(example)).toMatchObject({ ok: true, warnings: [] })
})

test('both pages have the same example', () => {
  const [en, zh] = pages.map((name) => /```yaml\n(.*?)```/s.exec(page(name))?.[1])
  expect(zh).toBe(en)
})
