import type { RuleDue } from '@duban/domain'
import * as z from 'zod'
import { mapping } from './mapping.ts'
import { commitment, light, sources, subjectKind, subjectRef } from './parts.ts'
import { code, date, decimal, flag, integer, line } from './scalars.ts'
import { text } from './text.ts'

export const eventType = mapping(
  { code, subject: subjectKind, title: text },
  { id: 'EventType', description: 'Something that can happen to a subject and be dated' },
)

export const milestone = mapping(
  {
    ...commitment,
    subject: subjectRef.exactOptional(),
    event: code.exactOptional().meta({
      description:
        'Code of an event type, or prepared, cleared, started, completed, in-use of a project',
    }),
    dueOn: date.exactOptional(),
    ...sources,
  },
  { id: 'Milestone', description: 'A dated event (节点)' },
)

const cel = line.meta({ description: 'A condition or an expression in CEL' })

export const indicator = mapping(
  {
    ...commitment,
    direction: z
      .enum(['INCREASE', 'DECREASE', 'MAINTAIN'])
      .meta({ description: 'Which way it is meant to go' }),
    comparator: z.enum(['AT_LEAST', 'AT_MOST', 'EXACTLY', 'BETWEEN']).meta({
      description: 'How the actual value is held against the target; BETWEEN takes targetUpper too',
    }),
    target: decimal.exactOptional(),
    targetUpper: decimal.exactOptional(),
    targetFactor: decimal
      .exactOptional()
      .meta({ description: 'target = baseline x this: "cut by 15 %" is 0.85' }),
    unit: code.meta({ description: 'Code of a unit of measure' }),
    accumulation: z.enum(['CUMULATIVE', 'PERIODIC', 'LEVEL', 'RATIO', 'DERIVED']).meta({
      description:
        'CUMULATIVE running totals, PERIODIC amounts that add up, LEVEL a state, RATIO of numerator and denominator, DERIVED from projects',
    }),
    baseline: decimal.exactOptional(),
    fulfilment: z.enum(['REACH', 'HOLD', 'THROUGHOUT']).exactOptional().meta({
      description:
        'Met as soon as it holds, when it holds at the due date, or only without one breach',
    }),
    pace: z.enum(['LINEAR', 'CHECKPOINTS', 'AT_DUE']).exactOptional().meta({
      description: 'What is expected before the due date; LINEAR unless given',
    }),
    checkpoints: z.array(mapping({ on: date, value: decimal })).exactOptional(),
    numerator: code.exactOptional().meta({
      description:
        'Codes of indicators: what RATIO is computed from, or what reports are checked against',
    }),
    denominator: code.exactOptional(),
    parts: z.array(code).exactOptional().meta({
      description: 'Codes of the indicators that add up to it, as a check of the reports',
    }),
    derivation: mapping({
      aggregate: z.enum(['COUNT', 'SUM']),
      field: z.enum(['investment.total', 'investment.thisYear', 'investment.done']).exactOptional(),
      where: cel.exactOptional(),
    }).exactOptional(),
    startOn: date
      .exactOptional()
      .meta({ description: "First day of its own span; the plan's first day unless given" }),
    dueOn: date.exactOptional(),
    ...sources,
  },
  { id: 'Indicator', description: 'A quantity with a target (指标)' },
)

const due = mapping({ on: date.exactOptional(), cel: cel.exactOptional() }).transform(
  ({ on, cel }, context): RuleDue => {
    if (on !== undefined && cel === undefined) return { on }
    if (cel !== undefined && on === undefined) return { cel }
    const found = on === undefined ? 'NEITHER' : 'BOTH'
    const params = { code: 'ONE_FIELD_OF', found, expected: 'on, cel' }
    context.addIssue({ code: 'custom', params })
    return z.NEVER
  },
)

export const rule = mapping(
  {
    ...commitment,
    subject: z
      .enum(['PLAN', 'TASK', 'PLATE', 'PROJECT', 'INDICATOR'])
      .meta({ description: 'What it is about: every one of this kind that `when` holds for' }),
    when: cel.exactOptional(),
    require: cel,
    due: due.exactOptional(),
    severity: z
      .enum(['INFO', 'WARNING', 'CRITICAL'])
      .meta({ description: 'How grave a breach is' }),
    escalation: z
      .array(
        mapping({
          afterDays: integer(),
          light: z.enum(['BLUE', 'YELLOW', 'RED']),
          notify: code.exactOptional(),
        }),
      )
      .exactOptional(),
    ...sources,
  },
  { id: 'Rule', description: 'A requirement on many subjects at once (规则)' },
)

export const policy = mapping(
  {
    code,
    version: line,
    title: text,
    source: text.exactOptional(),
    validFrom: date.exactOptional(),
    validTo: date.exactOptional(),
    lights: z.array(mapping({ light, when: cel, openInSource: flag.exactOptional() })),
    scores: z
      .array(
        mapping({ code, title: text, when: cel, points: z.union([decimal, mapping({ cel })]) }),
      )
      .exactOptional(),
  },
  { id: 'Policy', description: 'How lights are lit and points are scored (办法)' },
)
