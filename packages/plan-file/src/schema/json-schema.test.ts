import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { anyFacts } from '../../test/arbitrary-facts.ts'
import { anyPlan } from '../../test/arbitrary-plan.ts'
import { printPlan } from '../print/print-plan.ts'
import { planJsonSchema } from './json-schema.ts'

const schema = z.fromJSONSchema(planJsonSchema)

test('what is printed is what the JSON Schema describes', () => {
  const both = fc.constantFrom('yaml' as const, 'json' as const)
  fc.assert(
    fc.property(anyPlan, anyFacts, both, (plan, facts, as) => {
      expect(schema.safeParse(parse(printPlan(plan, facts, { as }))).error).toBeUndefined()
    }),
    { numRuns: 50 },
  )
})

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const example: unknown = parse(/```yaml\n(.*?)```/s.exec(readme)?.[1] ?? '')

test('the example of the README fits, locators without a document included', () => {
  expect(schema.safeParse(example).error).toBeUndefined()
})

test.each([
  ['an unknown key', { theme: [] }],
  ['another format', { format: 'duban-plan/2' }],
  ['a plan without a period', { plan: { code: 'a', title: 'a' } }],
  ['a value that is not one of those', { projects: [{ code: 'p', name: '项目', kind: 'NEW' }] }],
  ['a number for a text', { themes: [{ code: 't', title: 5 }] }],
  ['a text without Chinese', { themes: [{ code: 't', title: { en: 'a' } }] }],
  ['a code with a blank', { themes: [{ code: 'a b', title: '主题' }] }],
  [
    'a decimal that is none',
    { measureUnits: [{ code: 'm', label: '个', dimension: 'X', factor: '1,5' }] },
  ],
  [
    'a locator without its section',
    { themes: [{ code: 't', title: '主题', locators: [{ paragraph: 1, start: 0, end: 1 }] }] },
  ],
])('%s does not fit', (_, wrong) => {
  expect(schema.safeParse({ ...(example as object), ...wrong }).success).toBe(false)
})

test('every kind of entry, and every value to choose, is described', () => {
  const definitions = Object.entries(planJsonSchema.$defs as Record<string, Described>)
  expect(definitions.length).toBeGreaterThan(15)
  const bare = definitions.flatMap(([name, definition]) => [
    ...(definition.description === undefined ? [name] : []),
    ...Object.entries(definition.properties ?? {}).flatMap(([key, property]) =>
      property.enum !== undefined && property.description === undefined ? [`${name}.${key}`] : [],
    ),
  ])
  expect(bare).toEqual([])
})

interface Described {
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Described>>
}
