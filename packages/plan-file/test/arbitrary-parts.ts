import type { Locator, Text } from '@duban/domain'
import fc from 'fast-check'

/** Codes of a few letters, so that kinds share them and nothing mixes kinds up. */
export const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/)

/** A few codes, each once. */
export function codes(maxLength = 3): fc.Arbitrary<string[]> {
  return fc.uniqueArray(code, { maxLength })
}

/** One part for each code. */
export function each<T>(
  names: readonly string[],
  make: (code: string, place: number) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc.tuple(...names.map(make))
}

/** First day of every plan. */
export const START = '2020-01-01'

/** Lines of text of every kind that YAML treats in its own way. */
export const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'null',
      'true',
      '~',
      '1',
      '518.00',
      '1e3',
      '0x1F',
      '2020-01-01',
      'a: b',
      '- a',
      '# a',
      '<<',
      '!x',
      '&a',
      '*a',
      '%a',
      '|',
      '>',
      "'",
      '"',
      'a\nb',
      ' a ',
      'a\n\n b\n',
      '\ta',
      '项目：一，二',
      '{a}',
      '[a]',
      'a #b',
      'NO',
      '',
      '😀',
    ),
    fc.string({
      unit: fc.constantFrom('\n', ' ', 'a', ':', '-', '#', '"', "'", '项', '\t'),
      minLength: 1,
      maxLength: 12,
    }),
    // A line of more than 80 characters, which a printer may want to fold.
    fc.string({ unit: fc.constantFrom('ab ', 'cd', '项目 '), minLength: 60, maxLength: 60 }),
  )
  .filter(isLine)

function isLine(text: string): boolean {
  return text.trim() !== '' && !/(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/u.test(text)
}

export const text: fc.Arbitrary<Text> = fc.oneof(
  line.map((zh) => ({ zh })),
  fc.record({ zh: line, en: line }),
)

/** A calendar date from one to another. */
export function dateBetween(start: string, end: string): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(start), max: new Date(end), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
}

export const date = dateBetween('2020-01-01', '2024-12-31')

const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,20})(\.[0-9]{0,18}[1-9])?$/)

/** Decimals of any size that is held, not negative. */
export const amount = digits

export const decimal = fc
  .tuple(fc.boolean(), digits)
  .map(([negative, text]) => (negative && text !== '0' ? `-${text}` : text))

export const positive = digits.filter((text) => text !== '0')

/** Fields that some values have and others do not. */
export function sometimes<T extends Record<string, unknown>>(
  model: {
    [K in keyof T]: fc.Arbitrary<T[K]>
  },
) {
  return fc.record(model, { requiredKeys: [] })
}

/** A reference that some values have, where there is something to refer to. */
export function reference<K extends string>(
  key: K,
  codes: readonly string[],
): fc.Arbitrary<{ readonly [key in K]?: string }> {
  const none = fc.constant({})
  if (codes.length === 0) return none
  // A computed key widens to string; it is K.
  return fc.oneof(
    none,
    oneOf(codes).map((code) => ({ [key]: code }) as { [key in K]: string }),
  )
}

export function oneOf(codes: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...codes)
}

/** What parts of a plan may refer to. */
export interface Names {
  readonly documents: readonly string[]
  readonly themes: readonly string[]
  readonly tasks: readonly string[]
  readonly plates: readonly string[]
  readonly projects: readonly string[]
  readonly units: readonly string[]
}

export function locators({ documents }: Names): fc.Arbitrary<readonly Locator[]> {
  if (documents.length === 0) return fc.constant([])
  const locator = fc
    .record({
      document: oneOf(documents),
      section: line,
      paragraph: fc.integer({ min: 1, max: 500 }),
      start: fc.nat(20_000),
      length: fc.integer({ min: 1, max: 300 }),
    })
    .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }))
  return fc.array(locator, { maxLength: 2 })
}

export function responsible({ units }: Names) {
  const role = fc.constantFrom('LEAD' as const, 'SUPPORT' as const, 'SUPERVISE' as const)
  return units.length === 0
    ? fc.constant([])
    : fc.array(fc.record({ unit: oneOf(units), role }), { maxLength: 2 })
}

export const modality = fc.constantFrom('MUST' as const, 'STRIVE' as const, 'EFFORT' as const)

/** Readings of fields that every promise has. */
export const readings = fc.array(
  fc.record({
    field: fc.constantFrom('title', 'weight', 'task'),
    basis: fc.constantFrom('STATED' as const, 'INFERRED' as const, 'INTERPRETED' as const),
    note: text,
  }),
  { maxLength: 2 },
)

/** What every promise may state, without its code and title. */
export function promise(names: Names) {
  return fc
    .tuple(
      reference('task', names.tasks),
      reference('plate', names.plates),
      reference('project', names.projects),
      reference('theme', names.themes),
      sometimes({
        weight: amount,
        warnDays: fc.nat(90),
        modality,
        responsible: responsible(names),
        readings,
      }),
    )
    .map(([task, plate, project, theme, more]) => ({
      ...task,
      ...plate,
      ...project,
      ...theme,
      ...more,
    }))
}
