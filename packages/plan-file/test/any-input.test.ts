import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeIssue, type PlanFileIssue, parsePlan, printPlan } from '../src/index.ts'
import { anyFacts } from './arbitrary-facts.ts'
import { anyPlan } from './arbitrary-plan.ts'

/** What is read is a plan, or issues that stand within the text and can be told. */
function expectAnswer(source: string | Uint8Array): void {
  const parsed = parsePlan(source)
  if (parsed.ok) return
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  expect(parsed.issues.length).toBeGreaterThan(0)
  expect(parsed.issues.filter((issue) => !standsIn(lines, issue))).toEqual([])
  const sorted = parsed.issues.toSorted((a, b) => a.line - b.line || a.column - b.column)
  expect(parsed.issues).toEqual(sorted)
  const said = parsed.issues.flatMap((issue) => [
    describeIssue(issue, 'ZH'),
    describeIssue(issue, 'EN'),
  ])
  expect(said.filter((each) => /undefined|NaN|\[object|: $/.test(each))).toEqual([])
}

function standsIn(lines: readonly string[], { line, column }: PlanFileIssue): boolean {
  return column >= 1 && column <= (lines[line - 1] ?? '').length + 1
}

test('any text is answered', () => {
  const unit = fc.constantFrom(
    ...'abc:-?[]{},&*!|>\'"%@`# \n\t0.'.split(''),
    '项',
    'plan:\n',
    '  - ',
    '--- ',
  )
  fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), expectAnswer), { numRuns: 1000 })
})

test('any bytes are answered', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), expectAnswer), { numRuns: 500 })
})

test('a plan with a few characters wrong is answered', () => {
  const change = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    fc.nat(5),
    fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('\n', ':', '- ', '{', '}', '"', '9')),
  )
  const both = fc.constantFrom('yaml' as const, 'json' as const)
  fc.assert(
    fc.property(
      anyPlan,
      anyFacts,
      both,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (plan, facts, as, changes) => {
        const text = changes.reduce(
          (wrong, [where, gone, put]) => {
            const at = Math.floor(where * wrong.length)
            return wrong.slice(0, at) + put + wrong.slice(at + gone)
          },
          printPlan(plan, facts, { as }),
        )
        expectAnswer(text)
      },
    ),
    { numRuns: 100 },
  )
})

test('a value of any shape at any key is answered', () => {
  const keys = fc.constantFrom(
    'plan',
    'themes',
    'tasks',
    'indicators',
    'rules',
    'facts',
    'policies',
    'documents',
  )
  const value = fc.object({
    key: fc.constantFrom(
      'code',
      'title',
      'zh',
      'locators',
      'actions',
      'type',
      'due',
      'on',
      '__proto__',
      'x',
    ),
    maxDepth: 4,
    withNullPrototype: false,
  })
  const entry = fc.oneof(
    fc.json().map((json): unknown => JSON.parse(json)),
    value,
    fc.array(value),
  )
  fc.assert(
    fc.property(fc.dictionary(keys, entry), (file) => {
      expectAnswer(
        JSON.stringify({ format: 'duban-plan/1', ...file }, (_, each: unknown) =>
          typeof each === 'bigint' ? String(each) : each,
        ),
      )
    }),
    { numRuns: 100 },
  )
})
