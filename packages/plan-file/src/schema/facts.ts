import * as z from 'zod'
import { change } from './definition.ts'
import { mapping } from './mapping.ts'
import { light, role, subjectRef } from './parts.ts'
import { projectStage } from './plan-parts.ts'
import { code, date, decimal, flag, instant, line, said } from './scalars.ts'

const base = {
  id: line,
  effectiveOn: date,
  recordedAt: instant,
  recordedBy: line,
  supersedes: line.exactOptional(),
  note: said.exactOptional(),
  synthetic: flag.exactOptional(),
}

/** One fact. Definitions are there where the plan was not adopted as it is now. */
export const fact = z.discriminatedUnion('type', [
  mapping({ type: z.literal('DEFINITION'), ...base, change }),
  mapping({
    type: z.literal('OBSERVATION'),
    ...base,
    of: mapping({ kind: z.enum(['INDICATOR', 'PROJECT']), code }),
    value: decimal,
    reporter: code,
    state: z.enum(['DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED']),
    evidence: said.exactOptional(),
  }),
  mapping({
    type: z.literal('REVIEW'),
    ...base,
    observation: line,
    state: z.enum(['SUBMITTED', 'APPROVED', 'RETURNED']),
    reason: said.exactOptional(),
  }),
  mapping({
    type: z.literal('MILESTONE_RECORD'),
    ...base,
    subject: subjectRef,
    event: code,
    happened: flag,
  }),
  mapping({ type: z.literal('STAGE_CHANGE'), ...base, project: code, stage: projectStage }),
  mapping({
    type: z.literal('AMENDMENT'),
    ...base,
    indicator: code,
    field: z.enum(['target', 'targetUpper', 'baseline']),
    value: decimal,
    reason: said,
    document: code.exactOptional(),
  }),
  mapping({
    type: z.literal('EXTENSION_REQUEST'),
    ...base,
    commitment: line,
    dueOn: date,
    reason: said,
  }),
  mapping({
    type: z.literal('EXTENSION_DECISION'),
    ...base,
    request: line,
    approved: flag,
    reason: said.exactOptional(),
  }),
  mapping({ type: z.literal('WAIVER'), ...base, commitment: line, approved: flag, reason: said }),
  mapping({
    type: z.literal('ASSIGNMENT'),
    ...base,
    commitment: line,
    unit: code,
    role,
    assigned: flag,
  }),
  mapping({ type: z.literal('JUDGEMENT'), ...base, commitment: line, light, reason: said }),
  mapping({ type: z.literal('PERIOD_LOCK'), ...base, through: date, open: flag, reason: said }),
])

/** The values that a fact's `type` may have. */
export const factTypes: readonly string[] = fact.options.map(({ shape }) => shape.type.value)
