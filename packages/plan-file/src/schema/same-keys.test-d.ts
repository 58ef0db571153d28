import type { DefinitionValues, Fact, FactType, Task } from '@duban/domain'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type { fact } from './facts.ts'
import type {
  action,
  document,
  header,
  measureUnit,
  mechanism,
  plate,
  project,
  requirement,
  task,
  theme,
  unit,
} from './plan-parts.ts'
import type { eventType, indicator, milestone, policy, rule } from './promises.ts'

/** Keys of a value, those inside its mappings and lists included, as paths. */
type Keys<T> = T extends readonly (infer Each)[]
  ? Keys<Each>
  : T extends object
    ? { [K in keyof T & string]: K | `${K}.${Keys<Exclude<T[K], undefined>>}` }[keyof T & string]
    : never

/** Keys that the one has and the other has not. */
type Difference<A, B> = Exclude<Keys<A>, Keys<B>> | Exclude<Keys<B>, Keys<A>>

interface Shapes {
  PLAN: z.output<typeof header>
  REQUIREMENT: z.output<typeof requirement>
  THEME: z.output<typeof theme>
  TASK: z.output<typeof task>
  PLATE: z.output<typeof plate>
  PROJECT: z.output<typeof project>
  EVENT_TYPE: z.output<typeof eventType>
  MILESTONE: z.output<typeof milestone>
  INDICATOR: z.output<typeof indicator>
  RULE: z.output<typeof rule>
  POLICY: z.output<typeof policy>
  UNIT: z.output<typeof unit>
  DOCUMENT: z.output<typeof document>
  MEASURE_UNIT: z.output<typeof measureUnit>
}

type OfKinds = { [K in keyof DefinitionValues]: Difference<DefinitionValues[K], Shapes[K]> }
type FactRead = z.output<typeof fact>
type OfFacts = {
  [T in FactType]: Difference<Extract<Fact, { type: T }>, Extract<FactRead, { type: T }>>
}
expectTypeOf<OfKinds>().toEqualTypeOf<Readonly<Record<keyof OfKinds, never>>>()
expectTypeOf<OfFacts>().toEqualTypeOf<Record<keyof OfFacts, never>>()
expectTypeOf<Difference<Task['actions'], z.output<typeof action>[]>>().toBeNever()
expectTypeOf<Difference<Task['mechanisms'], z.output<typeof mechanism>[]>>().toBeNever()
