import { expectTypeOf } from 'vitest'
import { decide, type Refusal, type RefusalCode } from './decide.ts'
import {
  type Assessment,
  assess,
  breakdown,
  type Command,
  type Commitment,
  type CommitmentFilter,
  type Decimal,
  type Fact,
  type Finding,
  type Forecast,
  findings,
  forecast,
  history,
  type Indicator,
  type Instant,
  type IsoDate,
  type Light,
  type PlanFacts,
  type PlanView,
  type RollUp,
  type RuleEngine,
  rollUp,
  rollUpOf,
  type Segment,
  type Status,
  timelineOf,
  timeProgress,
  viewOf,
  whatIf,
} from './index.ts'
import { message } from './messages.ts'
import { createRuleEngine } from './rules.ts'

declare const facts: PlanFacts
declare const view: PlanView
declare const commitment: Commitment
declare const fact: Fact
declare const finding: Finding

// Quantities, dates and instants are text.
expectTypeOf<Decimal>().toEqualTypeOf<string>()
expectTypeOf<IsoDate>().toEqualTypeOf<string>()
expectTypeOf<Instant>().toEqualTypeOf<string>()
expectTypeOf(timeProgress({ start: '', end: '' }, '')).toEqualTypeOf<Decimal | null>()

// The heart of the library, from facts to assessments.
expectTypeOf(viewOf(facts, { asOf: '', knownAt: '' })).toEqualTypeOf<PlanView | undefined>()
expectTypeOf(assess(view, '')).toEqualTypeOf<Assessment | undefined>()
expectTypeOf(timelineOf(facts, '')).toExtend<readonly Segment[] | undefined>()
expectTypeOf(rollUp(view, [''])).toEqualTypeOf<RollUp>()
expectTypeOf(forecast(view, '')).toEqualTypeOf<Forecast | null>()
expectTypeOf(findings(view)).toEqualTypeOf<readonly Finding[]>()
expectTypeOf(whatIf(facts, [fact], { asOf: '', knownAt: '' })).toEqualTypeOf<PlanView | undefined>()
expectTypeOf(createRuleEngine()).toEqualTypeOf<RuleEngine>()

// Kinds tell definitions apart.
if (commitment.kind === 'INDICATOR') expectTypeOf(commitment.definition).toEqualTypeOf<Indicator>()
if (commitment.kind === 'OBLIGATION') expectTypeOf(commitment.subject.code).toEqualTypeOf<string>()
// @ts-expect-error only an obligation has a subject
void commitment.subject

// Types of facts tell their fields apart.
if (fact.type === 'OBSERVATION') expectTypeOf(fact.value).toEqualTypeOf<Decimal>()
// @ts-expect-error not every fact has a value
void fact.value

// Everything is read only.
// @ts-expect-error facts are only ever added
facts.revision = 2
// @ts-expect-error
finding.params.commitment = 'another'

// Unions are closed, so that a switch over them can be complete.
expectTypeOf<Status>().toEqualTypeOf<
  'WAIVED' | 'MET' | 'MET_LATE' | 'OVERDUE' | 'DUE_SOON' | 'UNKNOWN' | 'PENDING'
>()
expectTypeOf<Light>().toEqualTypeOf<'GREEN' | 'BLUE' | 'YELLOW' | 'RED' | 'GREY'>()
expectTypeOf<RollUp['byLight']>().toEqualTypeOf<Readonly<Record<Light, number>>>()
expectTypeOf<Refusal['code']>().toEqualTypeOf<RefusalCode>()

// What cannot be grouped by, measured or told is refused.
breakdown(view, ['TASK', 'UNIT'], ['COUNT', 'SCORE'])
// @ts-expect-error no such dimension
breakdown(view, ['COLOUR'], ['COUNT'])
// @ts-expect-error no such measure
breakdown(view, ['TASK'], ['WEIGHT'])
expectTypeOf<{ UNIT: [string, null] }>().toExtend<CommitmentFilter>()
// @ts-expect-error no such interval
history(facts, 'FORTNIGHT', { asOf: '', knownAt: '' })
// @ts-expect-error no such language
message(finding, 'FR')
expectTypeOf(rollUpOf).parameter(0).toExtend<readonly { readonly commitment: Commitment }[]>()

// A decision is facts or refusals, never both.
const decision = decide(
  facts,
  { type: 'CLOSE_PERIOD', through: '', reason: '' },
  { now: '', actor: { name: '', roles: ['REVIEWER'], units: [] }, newId: () => '' },
)
if (decision.ok) expectTypeOf(decision.facts).toEqualTypeOf<readonly Fact[]>()
else expectTypeOf(decision.refusals).toEqualTypeOf<readonly Refusal[]>()
// @ts-expect-error not before it is known to stand
void decision.facts
// @ts-expect-error a command of no such type
expectTypeOf<{ type: 'FORGET' }>().toExtend<Command>()
