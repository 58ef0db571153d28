import * as z from 'zod'
import { list, mapping } from './mapping.ts'
import { locators, modality, readings, responsible } from './parts.ts'
import { amount, code, date, factor, flag, integer, line, sha256, timeZone } from './scalars.ts'
import { text } from './text.ts'

export const header = mapping(
  {
    code,
    title: text,
    district: mapping({ code, name: text }, { description: 'The district whose plan it is' }),
    period: mapping(
      { start: date, end: date },
      { description: 'First and last day, both inclusive' },
    ),
    timeZone,
    warnDays: integer(0)
      .exactOptional()
      .meta({ description: 'Days before a due date from which it is DUE_SOON; 30 unless given' }),
    policy: code
      .exactOptional()
      .meta({ description: 'Code of the policy that lights it; yinchuan-2025 unless given' }),
    synthetic: flag
      .exactOptional()
      .meta({ description: 'true where the plan or its reports are simulated' }),
  },
  { id: 'Header', description: 'What the plan says of itself (工作计划)' },
)

export const requirement = mapping(
  { code, title: text, modality: modality.exactOptional(), locators },
  { id: 'Requirement', description: 'A general, unquantified requirement (总体要求)' },
)

export const theme = mapping(
  { code, title: text, locators },
  { id: 'Theme', description: 'A lasting aim (主题)' },
)

export const action = mapping(
  {
    code,
    title: text,
    modality: modality.exactOptional(),
    mechanisms: z
      .array(code)
      .exactOptional()
      .meta({ description: 'Codes of the mechanisms it works by' }),
    locators,
  },
  { id: 'Action', description: 'A concrete thing the task does (举措)' },
)

export const mechanism = mapping(
  { code, name: text, description: text.exactOptional(), locators },
  { id: 'Mechanism', description: 'A named way of working (机制)' },
)

export const task = mapping(
  {
    code,
    number: integer(0),
    title: text,
    parent: code.exactOptional(),
    theme: code.exactOptional(),
    actions: list(action),
    mechanisms: list(mechanism),
    locators,
  },
  { id: 'Task', description: 'A numbered area of work (重点工作)' },
)

export const plate = mapping(
  { code, name: text, goals: list(mapping({ text, locators })), locators },
  { id: 'Plate', description: 'A development zone that gathers projects (板块)' },
)

export const projectStage = z.enum([
  'PROPOSED',
  'PREPARING',
  'PREPARED',
  'CLEARED',
  'STARTED',
  'COMPLETED',
  'IN_USE',
  'SUSPENDED',
  'CANCELLED',
])

export const project = mapping(
  {
    code,
    name: text,
    kind: z
      .enum(['NEW_START', 'CONTINUING', 'PRELIMINARY'])
      .exactOptional()
      .meta({ description: 'NEW_START 新开工, CONTINUING 续建, PRELIMINARY 前期' }),
    stage: projectStage
      .exactOptional()
      .meta({ description: 'Its stage when the plan was adopted' }),
    plate: code.exactOptional(),
    task: code.exactOptional(),
    investment: mapping(
      { unit: code, total: amount.exactOptional(), thisYear: amount.exactOptional() },
      { description: 'Planned money, in one currency unit of measure' },
    ).exactOptional(),
    responsible,
    locators,
    readings,
  },
  { id: 'Project', description: 'An investment project (项目)' },
)

export const unit = mapping(
  { code, name: text, parent: code.exactOptional() },
  { id: 'Unit', description: 'An organisation that answers for commitments (责任单位)' },
)

export const document = mapping(
  {
    code,
    title: text,
    publisher: text.exactOptional(),
    date: date.exactOptional(),
    sha256: sha256.meta({ description: "SHA-256 of the file's bytes, in lower-case hexadecimal" }),
  },
  { id: 'Document', description: 'A source text, known by its bytes (文件)' },
)

export const measureUnit = mapping(
  {
    code,
    label: text,
    dimension: line.meta({ description: 'What it measures; values convert within one dimension' }),
    factor: factor.meta({ description: "How many of the dimension's base unit one of it is" }),
  },
  { id: 'MeasureUnit', description: 'A unit of measure beyond the shipped ones' },
)
