import type { Actor } from '../src/decide/actor.ts'
import type { Command } from '../src/decide/command.ts'
import { appendFacts, decide } from '../src/decide/decide.ts'
import type { Decision, DecisionContext } from '../src/decide/decision.ts'
import type { PlanFacts } from '../src/fact/fact.ts'
import type { Plan } from '../src/plan/plan.ts'
import { createRuleEngine } from '../src/rule/create-rule-engine.ts'
import { smallPlan } from './small-plan.ts'

/** The program itself, which may do everything. */
export const system: Actor = { name: 'system', roles: [], units: [], trusted: true }

/** A person with roles, for units. */
export function person(roles: Actor['roles'], ...units: string[]): Actor {
  return { name: 'somebody', roles, units }
}

/** The engine of every desk. */
export const engine = createRuleEngine()

/** A plan that commands are given to one after another. */
export interface Desk {
  readonly facts: () => PlanFacts
  /** Decides and, when nothing speaks against it, appends. */
  readonly give: (command: Command, change?: Partial<DecisionContext>) => Decision
}

/** A desk with these facts; `now` is 1 August 2020 unless given. */
export function deskOn(known: PlanFacts): Desk {
  let facts = known
  let ids = known.facts.length
  return {
    facts: () => facts,
    give: (command, change) => {
      const decision = decide(facts, command, {
        now: '2020-08-01T02:00:00.000Z',
        actor: system,
        newId: () => `f${++ids}`,
        engine,
        ...change,
      })
      if (decision.ok) facts = appendFacts(facts, decision.facts)
      return decision
    },
  }
}

/** A desk with a plan imported on 1 January 2020. */
export function deskOf(plan: Plan = smallPlan()): Desk {
  const desk = deskOn({ code: plan.code, revision: 0, facts: [] })
  desk.give({ type: 'IMPORT_PLAN', plan }, { now: '2020-01-01T00:00:00.000Z' })
  return desk
}

/** The refusals of a decision as `code path`, in order; none for one that stands. */
export function refusalsOf(decision: Decision): string[] {
  return decision.ok ? [] : decision.refusals.map(({ code, path }) => `${code} ${path}`)
}
