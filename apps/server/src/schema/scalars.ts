import { isDate, parseDecimal, parseInstant } from '@duban/domain'
import { Kind, type ValueNode } from 'graphql'
import type { RefusalCode } from '../errors/catalogue.ts'
import { refuse } from '../errors/refuse.ts'
import { builder } from './builder.ts'

/** A scalar whose values are texts of one form: `read` gives the canonical text, or null where it is none. */
function textScalar(code: RefusalCode, read: (text: string) => string | null) {
  const parse = (value: unknown, nodes: readonly ValueNode[]): string => {
    const text = typeof value === 'string' ? read(value) : null
    if (text === null) throw refuse(code, { value: shown(value) }, { nodes })
    return text
  }
  return {
    serialize: (value: unknown): string => String(value),
    parseValue: (value: unknown): string => parse(value, []),
    parseLiteral: (node: ValueNode): string => {
      if (node.kind === Kind.STRING) return parse(node.value, [node])
      // A number is written without quotes by mistake: the error shows it as it stands.
      const written = 'value' in node ? String(node.value) : node.kind
      throw refuse(code, { value: written }, { nodes: [node] })
    },
  }
}

/** An error repeats what was written, but not all of a long text. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length <= 64 ? text : `${text.slice(0, 63)}…`
}

builder.scalarType('Date', {
  description:
    'A calendar date (日期), RFC 3339 full-date: `2020-06-30`. It must exist: 30 February is refused.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  ...textScalar('INVALID_DATE', (text) => (isDate(text) ? text : null)),
})

builder.scalarType('DateTime', {
  description:
    'An instant (时刻), RFC 3339. Any offset is taken; UTC with milliseconds is given: `2020-07-01T00:00:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  ...textScalar('INVALID_INSTANT', parseInstant),
})

builder.scalarType('Decimal', {
  description:
    'An exact decimal (十进制数) as a string, never rounded on its way: `"518"`, `"-0.15"`. At most 30 digits before the point and 20 after it.',
  ...textScalar('INVALID_DECIMAL', (text) => {
    const parsed = parseDecimal(text)
    return parsed.ok ? parsed.value : null
  }),
})
