import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeIssue, type PlanFileIssue, parsePlan, printPlan } from '../src/index.ts'
import { anyFacts } from './arbitrary-facts.ts'
import { anyPlan } from './arbitrary-plan.ts'

/** What is wrong with an answer: it should be a plan, or issues that stand within the text and can be told. */
function faultsOfAnswer(source: string | Uint8Array): readonly string[] {
  const parsed = parsePlan(source)
  if (parsed.ok) return []
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const { issues } = parsed
  const said = issues.flatMap((issue) => [describeIssue(issue, 'ZH'), describeIssue(issue, 'EN')])
  return [
    ...(issues.length === 0 ? ['refused without an issue'] : []),
    ...issues
      .filter((issue) => !standsIn(lines, issue))
      .map(({ code }) => `${code} out of the text`),
    ...issues
      .filter((issue, n) => n > 0 && !follows(issue, issues[n - 1]))
      .map(() => 'out of order'),
    ...said.filter((each) => /undefined|NaN|\[object|: $/.test(each)),
  ]
}

function standsIn(lines: readonly string[], { line, column }: PlanFileIssue): boolean {
  return column >= 1 && column <= (lines[line - 1] ?? '').length + 1
}

function follows(issue: PlanFileIssue, before: PlanFileIssue | undefined): boolean {
  if (before === undefined || issue.line > before.line) return true
  return issue.line === before.line && issue.column >= before.column
}

test('any text is answered', () => {
  const unit = fc.constantFrom(
    ...'abc:-?[]{},&*!|>\'"%@`# \n\t0.'.split(''),
    '项',
    'plan:\n',
    '  - ',
    '--- ',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      expect(faultsOfAnswer(text)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('any bytes are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(faultsOfAnswer(bytes)).toEqual([])
    }),
    { numRuns: 500 },
  )
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
        expect(faultsOfAnswer(text)).toEqual([])
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
      const text = JSON.stringify({ format: 'duban-plan/1', ...file }, (_, each: unknown) =>
        typeof each === 'bigint' ? String(each) : each,
      )
      expect(faultsOfAnswer(text)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
