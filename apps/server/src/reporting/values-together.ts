import type { Observation, PlanFacts } from '@duban/domain'
import { touchedBy } from '@duban/domain/decide'
import { ruleEngine } from '../rule-engine.ts'

/** What a value is of, as a key. */
export type ValueKey = `${Observation['of']['kind']}/${string}`

export function valueKey({ kind, code }: Observation['of']): ValueKey {
  return `${kind}/${code}`
}

/**
 * Groups what values may be reported of: two of one group where a commitment looks at both, so that each group can be
 * decided and its commitments be computed without the values of the others. Numbered from 0.
 */
export function valuesTogether(facts: PlanFacts): ReadonlyMap<ValueKey, number> {
  const subjects = everDefined(facts)
  const leaders = subjects.map((_, at) => at)
  const leaderOf = (at: number): number => {
    let leader = at
    for (let next = leaders[leader]; next !== undefined && next !== leader; ) {
      leader = next
      next = leaders[leader]
    }
    leaders[at] = leader
    return leader
  }
  const lookedAtBy = new Map<string, number>()
  for (const [at, of] of subjects.entries()) {
    const touched = touchedBy(facts, [anyValueOf(of)], ruleEngine)
    // Where commitments are compared with each other, all values hang together.
    if (touched === 'ALL') return new Map(subjects.map((one) => [valueKey(one), 0]))
    for (const commitment of touched) {
      const other = lookedAtBy.get(commitment)
      if (other === undefined) lookedAtBy.set(commitment, at)
      else leaders[leaderOf(at)] = leaderOf(other)
    }
  }
  const numbers = new Map<number, number>()
  return new Map(
    subjects.map((of, at) => {
      const leader = leaderOf(at)
      const number = numbers.get(leader) ?? numbers.size
      numbers.set(leader, number)
      return [valueKey(of), number]
    }),
  )
}

function everDefined({ facts }: PlanFacts): readonly Observation['of'][] {
  const found = new Map<ValueKey, Observation['of']>()
  for (const fact of facts) {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) continue
    const { kind, code } = fact.change.set
    if (kind === 'INDICATOR' || kind === 'PROJECT') found.set(`${kind}/${code}`, { kind, code })
  }
  return [...found.values()]
}

/** Which commitments a value touches depends on nothing but what it is of. */
function anyValueOf(of: Observation['of']): Observation {
  return {
    type: 'OBSERVATION',
    id: '',
    effectiveOn: '2000-01-01',
    recordedAt: '2000-01-01T00:00:00.000Z',
    recordedBy: '',
    of,
    value: '0',
    reporter: '',
    state: 'APPROVED',
  }
}
