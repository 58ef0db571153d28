import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileClosure } from './cel-closure.ts'
import { contextOf, createEnvironment } from './cel-environment.ts'
import { DEFAULT_CEL_LIMITS } from './cel-limits.ts'
import { UNSURE } from './cel-operations.ts'
import { checkSource, type WantedType } from './cel-source.ts'
import type { FactSchema } from './fact-schema.ts'

const VARIABLES: FactSchema = {
  s: { type: 'string' },
  on: { type: 'string' },
  d: { type: 'double' },
  n: { type: 'int' },
  b: { type: 'bool' },
  group: { d: { type: 'double' }, n: { type: 'int' }, s: { type: 'string' } },
}
// Whatever is made below is within them.
const LIMITS = {
  ...DEFAULT_CEL_LIMITS,
  maxLength: 100_000,
  maxNodes: 10_000,
  maxDepth: 200,
  maxCost: 100_000,
}
const ENVIRONMENT = createEnvironment(VARIABLES, LIMITS)

type Facts = Readonly<Record<string, unknown>>

const texts = fc.constantFrom('', 'a', '2020-06-30', '2020-07-01', '项目', '😀x')
const doubles = fc.oneof(
  fc.constantFrom(0, -0, 1, 0.5, -30, 1e308, Number.NaN, Infinity),
  fc.double(),
)
const whole = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger(), fc.constant(0.5))
const maybe = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 5, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'x', {}) },
  )
const facts: fc.Arbitrary<Facts> = fc.record({
  s: maybe(texts),
  on: maybe(texts),
  d: maybe(doubles),
  n: maybe(whole),
  b: maybe(fc.boolean()),
  group: maybe(
    fc.record({ d: maybe(doubles), n: maybe(whole), s: maybe(texts) }, { requiredKeys: [] }),
  ),
})

const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
  fc.tuple(...args).map((parts) => `${name}(${parts.join(', ')})`)
const infix = (left: fc.Arbitrary<string>, ops: readonly string[], right: fc.Arbitrary<string>) =>
  fc.tuple(left, fc.constantFrom(...ops), right).map(([a, op, b]) => `(${a} ${op} ${b})`)

const sources = fc.letrec<Record<'bool' | 'double' | 'int' | 'text', string>>((tie) => ({
  bool: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('b', 'true', 'false'),
    fc.constantFrom('s', 'on', 'd').map((name) => `(${name} == ${name})`),
    fc.constantFrom('group.d', 'group.n', 'group.s').map((path) => `has(${path})`),
    infix(tie('bool'), ['&&', '||', '==', '!='], tie('bool')),
    infix(tie('bool'), ['&&', '||'], tie('bool')),
    tie('bool').map((source) => `!${source}`),
    infix(tie('double'), ['<', '<=', '>', '>=', '==', '!='], tie('double')),
    infix(tie('int'), ['<', '<=', '>', '>=', '==', '!='], tie('int')),
    infix(tie('int'), ['<', '>='], tie('double')),
    infix(tie('text'), ['<', '<=', '>', '>=', '==', '!='], tie('text')),
    tie('int').map((source) => `(${source} in [0, 1, 2])`),
    tie('text').map((source) => `(${source} in ["a", "项目"])`),
    fc
      .tuple(tie('text'), fc.constantFrom('startsWith', 'endsWith', 'contains'), tie('text'))
      .map(([text, name, part]) => `${text}.${name}(${part})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
    tie('text').map((source) => `["a", "b"].exists(x, x == ${source})`),
  ),
  double: fc.oneof(
    fc.constantFrom('d', 'group.d', '0.0', '1.5', '-30.0'),
    infix(tie('double'), ['+', '-', '*', '/'], tie('double')),
    tie('double').map((source) => `-(${source})`),
    call('double', tie('int')),
    fc.tuple(tie('bool'), tie('double'), tie('double')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
  int: fc.oneof(
    fc.constantFrom('n', 'group.n', '0', '1', '9007199254740991', '9007199254740993'),
    infix(tie('int'), ['+', '-', '*', '/', '%'], tie('int')),
    tie('int').map((source) => `-(${source})`),
    call('int', tie('double')),
    call('size', tie('text')),
    tie('text').map((source) => `${source}.size()`),
    call('daysBetween', tie('text'), tie('text')),
    call('monthsBetween', tie('text'), tie('text')),
  ),
  text: fc.oneof(
    fc.constantFrom('s', 'on', 'group.s', '"a"', '"2020-06-30"', 'r"\\x"', '"\\u9879"'),
    infix(tie('text'), ['+'], tie('text')),
    call('addDays', tie('text'), tie('int')),
    call('addMonths', tie('text'), tie('int')),
    call('string', tie('text')),
    tie('text').map((source) => `${source}.upperAscii()`),
  ),
}))

function evaluations(source: string, wanted: WantedType) {
  const place = { path: '', wanted, variables: VARIABLES, environment: ENVIRONMENT, limits: LIMITS }
  const checked = checkSource(source, place)
  if (!checked.ok) throw new Error(`${source}: ${JSON.stringify(checked.issues)}`)
  const closure = compileClosure<Facts>(checked.value.ast, VARIABLES, (path) => (of) => {
    const first = of[path[0] ?? '']
    const second = path[1]
    if (second === undefined) return first
    return typeof first === 'object' && first !== null ? Reflect.get(first, second) : undefined
  })
  return {
    closure,
    library: (of: Facts) => checked.value.evaluate(contextOf(VARIABLES, of)),
  }
}

function comparable(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

describe('closures equal the library’s evaluation', () => {
  it.each([
    ['bool', 'bool'],
    ['double', 'number'],
    ['int', 'number'],
    ['text', 'string'],
  ] as const)(
    'for any %s source and any facts, missing values and their names too',
    { timeout: 30_000 },
    (kind, wanted) => {
      let compiled = 0
      fc.assert(
        fc.property(
          sources[kind],
          fc.array(facts, { minLength: 5, maxLength: 5 }),
          (source, each) => {
            const { closure, library } = evaluations(source, wanted)
            if (closure === null) return
            compiled++
            for (const of of each) {
              const outcome = closure(of)
              const sure = outcome === UNSURE ? library(of) : outcome
              expect(comparable(sure)).toEqual(comparable(library(of)))
            }
          },
        ),
        { numRuns: 600 },
      )
      expect(compiled).toBeGreaterThan(120)
    },
  )

  it.each([
    'b && !b || s == "a"',
    's in ["a", "b"] && n in [1, 2]',
    'has(group.d) ? group.d < -30.0 : d >= 1.5',
    's.startsWith("a") || s.endsWith("b") || s.contains("c")',
    'size(s) > 3 && s.size() < n % 7',
    'addDays(on, 30) < addMonths(on, n) && daysBetween(on, s) != monthsBetween(on, s)',
    'double(n) / 2.0 > d * 3.0 && int(d) == -n + 1 && string(s) + "x" != s',
  ])('cover %s', (source) => {
    expect(evaluations(source, 'bool').closure).not.toBeNull()
  })

  it('leave whole numbers beyond the safe ones to the library', () => {
    const { closure, library } = evaluations('n * n == 9007199254740993 * 3', 'bool')
    expect(closure).toBeNull()
    expect(library({ n: 3 })).toBe(false)
    const product = evaluations('n * n > 0', 'bool')
    expect(product.closure?.({ n: Number.MAX_SAFE_INTEGER })).toBe(UNSURE)
    expect(product.library({ n: 2 ** 31 })).toBe(true)
    // Beyond 64 bits CEL has no whole numbers.
    expect(product.library({ n: Number.MAX_SAFE_INTEGER })).toEqual({ missing: 'n * n' })
  })
})
