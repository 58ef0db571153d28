import * as z from 'zod'
import { list, mapping } from './mapping.ts'
import { amount, code, integer, line } from './scalars.ts'
import { text } from './text.ts'

export const subjectKind = z
  .enum(['PLAN', 'TASK', 'PLATE', 'PROJECT', 'INDICATOR', 'MILESTONE'])
  .meta({ description: 'What it is about' })

export const subjectRef = mapping(
  { kind: subjectKind, code },
  { id: 'SubjectRef', description: 'One subject of the plan, by kind and code' },
)

export const modality = z
  .enum(['MUST', 'STRIVE', 'EFFORT'])
  .meta({ description: 'How firmly it is promised: MUST 确保, STRIVE 力争, EFFORT 推进' })

export const role = z
  .enum(['LEAD', 'SUPPORT', 'SUPERVISE'])
  .meta({ description: 'LEAD 牵头, SUPPORT 配合, SUPERVISE 督查' })

export const light = z.enum(['GREEN', 'BLUE', 'YELLOW', 'RED', 'GREY'])

export const responsible = z
  .array(mapping({ unit: code, role }))
  .exactOptional()
  .meta({ description: 'Units that answer for it (责任单位)' })

/** Name of the locator's schema, by which the JSON Schema finds it. */
export const locator = mapping(
  {
    document: code.meta({
      description: 'Code of the document; may be left out where the plan has exactly one',
    }),
    section: line,
    paragraph: integer(1).meta({ description: 'Non-empty line in which it starts, from 1' }),
    start: integer(0).meta({ description: 'First character, in UTF-16 units from the start' }),
    end: integer(0).meta({ description: 'End of the range, exclusive' }),
  },
  { id: 'Locator', description: 'Where in a document it stands (出处)' },
)

export const locators = list(locator)

export const readings = z
  .array(
    mapping({
      field: line.meta({ description: 'Name of the field of this entry' }),
      basis: z.enum(['STATED', 'INFERRED', 'INTERPRETED']),
      note: text,
    }),
  )
  .exactOptional()
  .meta({ description: 'How fields that the source does not state outright were read' })

/** What every promise states, whatever its kind. */
export const commitment = {
  code,
  title: text,
  task: code.exactOptional(),
  plate: code.exactOptional(),
  project: code.exactOptional(),
  theme: code.exactOptional(),
  weight: amount.exactOptional(),
  warnDays: integer(0).exactOptional(),
  modality: modality.exactOptional(),
  responsible,
}

/** Where a promise stands and how it was read; written last. */
export const sources = { locators, readings }
