import { expect, test } from 'vitest'
import { describeIssue, parsePlan } from '../src/index.ts'
import { HEAD } from './wrong-file.ts'

function refusals(source: string | Uint8Array, options: Parameters<typeof parsePlan>[1] = {}) {
  const parsed = parsePlan(source, { fileName: 'x.yaml', ...options })
  return parsed.ok ? [] : parsed.issues.map((issue) => describeIssue(issue, 'EN'))
}

/** Processor milliseconds that a refusal takes, and what it says. */
function timed(source: string | Uint8Array, options?: Parameters<typeof parsePlan>[1]) {
  const before = process.cpuUsage()
  const said = refusals(source, options)
  const { user, system } = process.cpuUsage(before)
  return { said, took: (user + system) / 1000 }
}

const utf8 = new TextEncoder()

test('50 MB of nesting is refused by its size, in under a second', () => {
  const deep = '['.repeat(50_000_000)
  const { said, took } = timed(deep)
  expect(said).toEqual(['x.yaml:1:1: the file has 50000000 bytes; at most 8388608 are read'])
  expect(took).toBeLessThan(1000)
})

test('50 MB of nesting is refused by its depth where the size is allowed, in under a second', () => {
  const limits = { bytes: 100_000_000 }
  for (const nest of ['[', '{a: ', '- ', '? ']) {
    const deep = utf8.encode(nest.repeat(50_000_000 / nest.length))
    const { said, took } = timed(deep, { limits })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^x\.yaml:1:\d+: nested too deep; expected at most 32 levels$/)
    expect(took).toBeLessThan(1000)
  }
})

test('nesting by indentation is refused by its depth', () => {
  const deep = Array.from({ length: 40 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')
  expect(refusals(deep)).toEqual(['x.yaml:33:34: nested too deep; expected at most 32 levels'])
})

test('a file within the depth is read, one level deeper is refused', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(refusals(nested(32))).toEqual(['x.yaml:1:1: found a list; expected a mapping'])
  expect(refusals(nested(33))).toEqual(['x.yaml:1:33: nested too deep; expected at most 32 levels'])
})

test('a file of many tokens is refused before it is built', () => {
  const many = `[${'a,'.repeat(2000)}a]`
  expect(refusals(many, { limits: { tokens: 1000 } })).toHaveLength(1)
  expect(refusals(many, { limits: { tokens: 1000 } })[0]).toMatch(
    /^x\.yaml:1:\d+: too much to read; expected at most 1000 tokens$/,
  )
  expect(refusals(many)).toEqual(['x.yaml:1:1: found a list; expected a mapping'])
})

test('aliases that multiply are refused where the first stands', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih']) {
    bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(', ')}]`)
  }
  const said = refusals(bomb.join('\n'), { limits: { issues: 2 } })
  expect(said).toEqual([
    'x.yaml:1:4: anchors and aliases are refused: &a; expected the value itself, or a code',
    'x.yaml:2:4: anchors and aliases are refused: &b; expected the value itself, or a code',
    expect.stringMatching(/^x\.yaml:2:8: at least \d+ more issues from here on/),
  ])
})

test('bytes that are not UTF-8 are refused where the first stands', () => {
  const before = utf8.encode(`${HEAD}themes:\n  - { code: t, title: 主`)
  const bytes = new Uint8Array([...before, 0xc3, 0x28, 0x0a])
  expect(refusals(bytes)).toEqual([
    'x.yaml:9:24: byte 0xc3 is not UTF-8 here; expected a file in UTF-8',
  ])
  // 计 in GB 18030.
  expect(refusals(new Uint8Array([0x61, 0x3a, 0x20, 0xbc, 0xc6]))).toEqual([
    'x.yaml:1:4: byte 0xbc is not UTF-8 here; expected a file in UTF-8',
  ])
  // A character cut at the end of the file.
  expect(refusals(new Uint8Array([0x61, 0x0a, 0xe8, 0xae]))).toEqual([
    'x.yaml:2:1: byte 0xe8 is not UTF-8 here; expected a file in UTF-8',
  ])
  // UTF-16 with its byte order mark.
  expect(refusals(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toEqual([
    'x.yaml:1:1: byte 0xff is not UTF-8 here; expected a file in UTF-8',
  ])
})

test('a byte order mark is read over, and columns do not count it', () => {
  const marked = `\uFEFF${HEAD}`
  expect(parsePlan(marked).ok).toBe(true)
  expect(parsePlan(utf8.encode(marked)).ok).toBe(true)
  expect(refusals('\uFEFFa')).toEqual(refusals('a'))
  expect(refusals(utf8.encode('\uFEFFa: b: c'))).toEqual(refusals('a: b: c'))
})

test('text and its bytes are read alike', () => {
  const source = `${HEAD}themes:\n  - { code: 品质, title: 主题 }\n`
  expect(refusals(utf8.encode(source))).toEqual(refusals(source))
})

test('the size is that of the bytes, not of the characters', () => {
  const source = `# ${'计'.repeat(100)}`
  expect(refusals(source, { limits: { bytes: 302 } })).toEqual([
    'x.yaml:1:1: the file is empty; expected a plan',
  ])
  expect(refusals(source, { limits: { bytes: 301 } })).toEqual([
    'x.yaml:1:1: the file has 302 bytes; at most 301 are read',
  ])
})

test('issues beyond the limit are counted', () => {
  const themes = Array.from({ length: 250 }, (_, n) => `  - { code: t${n}, title: 5 }`).join('\n')
  const said = refusals(`${HEAD}themes:\n${themes}`)
  expect(said).toHaveLength(101)
  expect(said[99]).toBe(
    'x.yaml:108:25 themes[99].title: found a number; expected text or {zh, en} (put it in quotes)',
  )
  expect(said[100]).toBe(
    'x.yaml:109:26: at least 150 more issues from here on; expected those above to be put right first',
  )
})

test('a long list inside an entry is refused, a long list of the file is not', () => {
  const locators = (count: number) =>
    `${HEAD}themes: [{ code: t, title: 主题, locators: [${'{},'.repeat(count)}] }]`
  expect(refusals(locators(1001))).toEqual([
    'x.yaml:8:42 themes[0].locators: the list has 1001 entries; expected at most 1000',
  ])
  const themes = Array.from({ length: 3000 }, (_, n) => `  - { code: t${n}, title: 主题 }`)
  expect(refusals(`${HEAD}themes:\n${themes.join('\n')}`)).toEqual([])
})

test('a long comment before the plan is no error', () => {
  expect(refusals(`${'# a line\n\n'.repeat(5000)}${HEAD}`)).toEqual([])
})

test('what was found is repeated, but not a megabyte of it', () => {
  for (const [wrong, code] of [
    [`themes: [{ code: ${'a'.repeat(1e6)}, title: 主题 }]`, 'is not a code'],
    [`measureUnits: [{ code: m, label: 个, dimension: X, factor: ${'1'.repeat(1e6)} }]`, 'number'],
    [`"${'k'.repeat(1000)}": 1`, 'there is no key'],
  ] as const) {
    const { said, took } = timed(HEAD + wrong)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(code)
    expect(said[0]?.length).toBeLessThan(700)
    expect(took).toBeLessThan(1000)
  }
})

test('a file of many errors costs no more than its reading', () => {
  for (const wrong of [
    '}'.repeat(200_000),
    `[${'&a '.repeat(100_000)}`,
    '--- a\n'.repeat(100_000),
  ]) {
    expect(timed(wrong).took).toBeLessThan(1000)
  }
  const { said, took } = timed(`${HEAD}facts: [${'{},'.repeat(20_000)}]`)
  expect(said).toHaveLength(101)
  expect(took).toBeLessThan(2000)
})
