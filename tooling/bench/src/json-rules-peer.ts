import type { Light } from '@duban/domain'
import { Engine, type RuleProperties } from 'json-rules-engine'

/** What the thresholds look at, ready made. */
export interface Judged {
  readonly kind: string
  readonly status: string
  readonly monthsLate: number
  /** As json-rules-engine has no null in comparisons, a gap that is not known is NaN. */
  readonly gapPoints: number
}

type Conditions = RuleProperties['conditions']

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })
const isIn = (fact: string, value: readonly string[]) => ({ fact, operator: 'in', value })
const below = (fact: string, value: number) => ({ fact, operator: 'lessThan', value })
const upTo = (fact: string, value: number) => ({ fact, operator: 'lessThanInclusive', value })
const from = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value })
const indicator = is('kind', 'INDICATOR')
const other = { fact: 'kind', operator: 'notEqual', value: 'INDICATOR' }

/** The lines of the default policy, in its order. */
const LINES: readonly (readonly [Light, Conditions])[] = [
  ['GREY', { all: [isIn('status', ['WAIVED', 'UNKNOWN'])] }],
  ['GREEN', { all: [isIn('status', ['MET', 'MET_LATE'])] }],
  ['RED', { all: [other, is('status', 'OVERDUE'), from('monthsLate', 3)] }],
  ['YELLOW', { all: [other, is('status', 'OVERDUE')] }],
  ['RED', { all: [indicator, below('gapPoints', -30)] }],
  ['YELLOW', { all: [indicator, { any: [upTo('gapPoints', -10), is('status', 'OVERDUE')] }] }],
  ['BLUE', { all: [indicator, below('gapPoints', 0)] }],
  [
    'BLUE',
    {
      all: [is('status', 'DUE_SOON'), { not: { all: [indicator, from('gapPoints', 0)] } }],
    },
  ],
  ['GREEN', { all: [isIn('kind', ['INDICATOR', 'MILESTONE', 'OBLIGATION'])] }],
]

/** json-rules-engine with the default policy's thresholds: the first line that holds stops it. */
export function jsonRulesJudge(): (judged: Judged) => Promise<string> {
  const engine = new Engine()
  LINES.forEach(([light, conditions], at) => {
    engine.addRule({ conditions, event: { type: light }, priority: LINES.length - at })
  })
  engine.on('success', () => {
    engine.stop()
  })
  return async (judged) => {
    const { events } = await engine.run({ ...judged })
    return events[0]?.type ?? 'NONE'
  }
}
