import type { CommitmentId } from '../commitment/commitment.ts'
import type { SubjectKind } from '../commitment/subject.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { policyNeeds, scoreNeeds } from '../policy/policy-needs.ts'
import type { Rule } from '../rule/rule.ts'
import type { Ledger } from '../view/ledger.ts'
import { ownPolicies } from './timeline-of.ts'

/** From where what happens to a part of a plan is looked at, by every definition there has ever been. */
export interface Reach {
  /** Codes of the indicators computed from one, whatever lies between. */
  readonly readersOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Codes of the indicators derived from projects. */
  readonly derived: readonly string[]
  /** Those of them that look at what has been invested. */
  readonly derivedFromInvestment: readonly string[]
  /** By `<subject kind>/<subject code>`. */
  readonly milestonesOf: ReadonlyMap<string, readonly CommitmentId[]>
  /** Codes of the rules on a kind of subject. */
  readonly rulesOn: ReadonlyMap<SubjectKind, readonly string[]>
  /** Those on projects that look at what has been invested. */
  readonly rulesOnInvestment: readonly string[]
  /** A policy or a rule reads `peers`: then a value touches all that is compared with it. */
  readonly peersMatter: boolean
}

const reaches = new WeakMap<object, Reach>()

/** The reach of a plan, made once for as long as nothing is defined anew. */
export function reachOf(ledger: Ledger): Reach {
  const { definitions } = ledger.index.topics
  let reach = reaches.get(definitions)
  if (reach === undefined) {
    reach = newReach(ledger)
    reaches.set(definitions, reach)
  }
  return reach
}

function newReach(ledger: Ledger): Reach {
  const indicators = everDefined(ledger, 'INDICATOR')
  const rules = everDefined(ledger, 'RULE')
  const policies = ownPolicies(ledger)
  return {
    readersOf: readersOf(
      indicators.flatMap(({ code, value }) =>
        [value.numerator, value.denominator].flatMap((part) =>
          part === undefined ? [] : { reader: code, part },
        ),
      ),
    ),
    derivedFromInvestment: indicators.flatMap(({ code, value }) =>
      value.accumulation === 'DERIVED' && readsInvestment(value) ? code : [],
    ),
    derived: indicators.flatMap(({ code, value }) =>
      value.accumulation === 'DERIVED' ? code : [],
    ),
    milestonesOf: grouped(everDefined(ledger, 'MILESTONE'), ({ code, value }) => {
      const subject = value.subject ?? { kind: 'PLAN', code: ledger.index.source.code }
      return [`${subject.kind}/${subject.code}`, `milestone/${code}`]
    }),
    rulesOn: grouped(rules, ({ code, value }) => [value.subject, code]),
    rulesOnInvestment: rules.flatMap(({ code, value }) =>
      value.subject === 'PROJECT' && sourcesOf(value).some(namesInvestment) ? code : [],
    ),
    peersMatter:
      policies.days.some((day) => {
        const { compiled } = policies.at(day)
        return policyNeeds(compiled).peers || scoreNeeds(compiled).peers
      }) || rules.some(({ value }) => readsPeers(value)),
  }
}

function everDefined<K extends 'INDICATOR' | 'RULE' | 'MILESTONE'>(ledger: Ledger, kind: K) {
  return (ledger.index.codes.get(kind) ?? []).flatMap((code) =>
    definitionSteps(ledger, kind, code).flatMap(({ value }) =>
      value === null ? [] : { code, value },
    ),
  )
}

function readsInvestment({ derivation }: Indicator): boolean {
  return derivation?.field === 'investment.done' || namesInvestment(derivation?.where ?? '')
}

/** Told by the text, as what conditions look up is. */
function namesInvestment(source: string): boolean {
  return source.includes('investment')
}

function readsPeers(rule: Rule): boolean {
  return sourcesOf(rule).some((source) => source.includes('peers'))
}

function sourcesOf({ when = '', require, due }: Rule): readonly string[] {
  return [when, require, due !== undefined && 'cel' in due ? due.cel : '']
}

/** Readers of a part, and readers of those. */
function readersOf(
  readings: readonly { readonly reader: string; readonly part: string }[],
): Reach['readersOf'] {
  const direct = grouped(readings, ({ reader, part }) => [part, reader])
  return new Map(
    [...direct.keys()].map((part) => {
      const readers = new Set<string>()
      const open = [...(direct.get(part) ?? [])]
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (readers.has(next)) continue
        readers.add(next)
        open.push(...(direct.get(next) ?? []))
      }
      return [part, readers]
    }),
  )
}

function grouped<T, K, V>(
  list: readonly T[],
  entryOf: (each: T) => readonly [K, V],
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>()
  for (const each of list) {
    const [key, value] = entryOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else if (!group.includes(value)) group.push(value)
  }
  return groups
}
