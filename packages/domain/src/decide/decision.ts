import type { Instant } from '../calendar/date.ts'
import type { Fact } from '../fact/fact.ts'
import type { RuleEngine } from '../rule/engine.ts'
import type { Actor } from './actor.ts'
import type { Refusal } from './refusal.ts'

/** All that a decision depends on besides the facts and the command. */
export interface DecisionContext {
  readonly now: Instant
  readonly actor: Actor
  /** Gives an id that no fact has yet. */
  readonly newId: () => string
  /** Type-checks rules and policies and knows obligations; without it those commands are refused. */
  readonly engine?: RuleEngine
  /** The revision that the caller has seen; another one is a CONFLICT. */
  readonly expectedRevision?: number
  /** Facts that one batch may hold; 5 000 unless given. */
  readonly batchLimit?: number
}

/** What a command leads to: facts to append, none when nothing changes, or every reason against it. */
export type Decision =
  | { readonly ok: true; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
