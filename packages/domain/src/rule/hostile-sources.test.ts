import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BARE_PLAN } from '../testing/bare-plan.ts'
import { createRuleEngine } from './create-rule-engine.ts'

const engine = createRuleEngine()
const list = (length: number) => `[${Array.from({ length }, (_, i) => i).join(',')}]`

const HOSTILE: readonly (readonly [string, string])[] = [
  ['the prototype', 'project.__proto__ == project.__proto__'],
  ['the constructor', 'project.constructor.name == "Object"'],
  ['the constructor, by has', 'has(project.constructor)'],
  ['a method of objects', 'has(project.events.toString)'],
  ['a name put together', 'project["__pro" + "to__"] == ""'],
  ['a name read from the subject', 'project[project.code] == ""'],
  ['the prototype of a text', '"".constructor == ""'],
  ['an index of a list', '["a"]["constructor"] == ""'],
  ['a global', 'globalThis.process.exit()'],
  ['a global, called', 'eval("1")'],
  ['require', 'require("fs")'],
  ['import', 'import("fs")'],
  ['the escape from types', 'dyn(project).constructor == 1'],
  ['a type', 'type(project) == string'],
  ['a constant of the library', 'google.protobuf.Timestamp == google.protobuf.Timestamp'],
  ['a map', '{"__proto__": 1} == {"a": 1}'],
  ['an empty map', '{} == {}'],
  ['bytes', 'b"abc" == b"abc"'],
  ['bytes turned into JSON', 'bytes("{}").json() == {}'],
  [
    'a regular expression that backtracks',
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$")',
  ],
  ['a regular expression of the subject', 'project.code.matches(project.code)'],
  ['doubling by bind', 'cel.bind(a, "xx", cel.bind(b, a + a, cel.bind(c, b + b, c == c)))'],
  ['a loop over a text', 'project.code.split("").all(c, c == "a")'],
  ['a loop over a loop', `${list(80)}.all(a, ${list(80)}.all(b, a == b))`],
  [
    'loops within loops',
    '[1,2,3,4,5,6,7,8].all(a, [1,2,3,4,5,6,7,8].all(b, [1,2,3,4,5,6,7,8].all(c, [1,2,3,4,5,6,7,8].all(d, true))))',
  ],
  ['a loop over what a loop gives', `${list(60)}.map(a, ${list(60)}.map(b, b)).exists(c, true)`],
  ['a long list', `1 in ${list(600)}`],
  ['a long source', `true ${'&& true '.repeat(2000)}`],
  ['many operations', `1 ${'+ 1'.repeat(600)} > 0`],
  ['deep brackets', `${'('.repeat(1500)}true${')'.repeat(1500)}`],
  ['deep negation', `${'!'.repeat(3900)}true`],
  ['deep minus', `${'-'.repeat(3900)}1 == 1`],
  ['deep choice', `${'true ? true : '.repeat(200)}true`],
  ['a time zone looked up', 'timestamp("2020-01-01T00:00:00Z").getHours("Asia/Shanghai") == 1'],
  ['an optional', 'project.?code.orValue("") == ""'],
  ['a reserved word', 'while'],
  ['a comment without an end', '/* true'],
  ['a NUL', 'true\0'],
  ['full-width signs', 'project．code ＝＝ ""'],
  ['a lone surrogate', '"\\ud800" == ""'],
]

describe('6 rules cannot loop, reach prototypes, or take time or memory without bound', () => {
  it.each(HOSTILE)('refuses %s', (_name, require) => {
    const result = engine.compileWhere(require, BARE_PLAN)
    expect(result.ok).toBe(false)
    expect(
      result.ok ? [] : result.issues.filter((issue) => issue.line < 1 || issue.column < 1),
    ).toEqual([])
  })

  it('takes loops over short lists', () => {
    const where = engine.compileWhere(
      '["A", "B"].exists(prefix, project.code.startsWith(prefix)) && [1, 2, 3].all(n, n > 0)',
      BARE_PLAN,
    )
    expect(where.ok && where.value({ code: 'B-12' })).toBe(true)
    expect(where.ok && where.value({ code: 'C-12' })).toBe(false)
  })

  it('takes loops over what such loops leave', () => {
    const where = engine.compileWhere(
      '["A", "B"].filter(x, x != "A").map(x, x + "-1").exists(x, x == project.code)',
      BARE_PLAN,
    )
    expect(where.ok && where.value({ code: 'B-1' })).toBe(true)
    expect(where.ok && where.value({ code: 'A-1' })).toBe(false)
  })

  it('says which limit a source is over, and the figure', () => {
    const strict = createRuleEngine({ limits: { maxLength: 20, maxCost: 5 } })
    expect(strict.compileWhere(' '.repeat(21), BARE_PLAN)).toMatchObject({
      ok: false,
      issues: [{ code: 'COST', params: { cause: 'TOO_LONG', limit: 20, found: 21 } }],
    })
    expect(strict.compileWhere('1 + 1 + 1 == 3', BARE_PLAN)).toMatchObject({
      ok: false,
      issues: [{ code: 'COST', params: { cause: 'TOO_COSTLY', limit: 5, found: 7 } }],
    })
  })

  it('answers any text with a value', { timeout: 30_000 }, () => {
    const symbols = fc.constantFrom(
      ...'project.code|.|(|)|[|]|{|}|"|&&|!|-|1|?|:|,|all|map|x|has|in|==|\n|\\|\'|//|0x|1e|r"|b"|true|asOf'.split(
        '|',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(symbols).map((parts) => parts.join('')),
        ),
        (source) => {
          const result = engine.compileWhere(source, BARE_PLAN)
          expect(result.ok || result.issues.length > 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('leaves no trace on prototypes', () => {
    for (const [, source] of HOSTILE) engine.compileWhere(source, BARE_PLAN)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
