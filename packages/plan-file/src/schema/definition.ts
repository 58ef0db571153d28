import type { DefinitionFact, DefinitionKind } from '@duban/domain'
import * as z from 'zod'
import { mapping } from './mapping.ts'
import {
  document,
  header,
  measureUnit,
  plate,
  project,
  requirement,
  task,
  theme,
  unit,
} from './plan-parts.ts'
import { eventType, indicator, milestone, policy, rule } from './promises.ts'
import { code, integer } from './scalars.ts'

function part<Kind extends DefinitionKind, Value extends z.ZodType>(kind: Kind, value: Value) {
  return mapping({ kind: z.literal(kind), code, order: integer(0), value })
}

/** A part of a plan as it was defined, with its place among its kind. */
const definition = z.discriminatedUnion('kind', [
  part('PLAN', header),
  part('REQUIREMENT', requirement),
  part('THEME', theme),
  part('TASK', task),
  part('PLATE', plate),
  part('PROJECT', project),
  part('EVENT_TYPE', eventType),
  part('MILESTONE', milestone),
  part('INDICATOR', indicator),
  part('RULE', rule),
  part('POLICY', policy),
  part('UNIT', unit),
  part('DOCUMENT', document),
  part('MEASURE_UNIT', measureUnit),
])

const kinds = definition.options.map(({ shape }) => shape.kind.value)

/** What a definition does: sets a part, or removes it. */
export const change = mapping({
  set: definition.exactOptional(),
  remove: mapping({ kind: z.enum(kinds), code }).exactOptional(),
}).transform(({ set, remove }, context): DefinitionFact['change'] => {
  if (set !== undefined && remove === undefined) return { set }
  if (remove !== undefined && set === undefined) return { remove }
  const found = set === undefined ? 'NEITHER' : 'BOTH'
  const params = { code: 'ONE_FIELD_OF', found, expected: 'set, remove' }
  context.addIssue({ code: 'custom', params })
  return z.NEVER
})
