import * as z from 'zod'
import { kindOf } from './leaf.ts'
import { mapping } from './mapping.ts'
import { line } from './scalars.ts'

const texts = mapping({ zh: line, en: line.exactOptional() })

/** Text in both languages, `{zh, en}`; a bare text is Chinese. */
export const text = z
  .preprocess((value, context) => {
    const kind = kindOf(value)
    if (kind === 'TEXT') return { zh: value }
    if (kind === 'MAPPING') return value
    const params = { code: 'WRONG_TYPE', expected: 'TEXTS', found: kind }
    context.addIssue({ code: 'custom', params })
    return z.NEVER
  }, texts)
  .meta({
    id: 'Text',
    description: 'Text in Chinese and English: {zh, en}, or a bare text for Chinese alone',
    anyOf: [
      { type: 'string', minLength: 1 },
      {
        type: 'object',
        properties: { zh: { type: 'string' }, en: { type: 'string' } },
        required: ['zh'],
        additionalProperties: false,
      },
    ],
  })
