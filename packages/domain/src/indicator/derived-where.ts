import type { Trouble } from '../commitment/track.ts'
import { rulesPlan } from '../obligation/rules-plan.ts'
import { type KeepKey, keptByName, type Ledger } from '../view/ledger.ts'
import type { Where } from './derived-shares.ts'

const ALL: Where = { holds: () => true }

const WHERES: KeepKey<Map<string, Where | Trouble>> = { name: 'where' }

/** The condition of a derived indicator, compiled; all projects without one. */
export function whereOf(ledger: Ledger, source: string | undefined): Where | Trouble {
  if (source === undefined) return ALL
  return keptByName(ledger, WHERES, source, () => compileWhere(ledger, source))
}

function compileWhere(ledger: Ledger, source: string): Where | Trouble {
  const plan = rulesPlan(ledger)
  if (ledger.engine === undefined || plan === null) return { code: 'RULES_NOT_LOADED', params: {} }
  const compiled = ledger.engine.compileWhere(source, plan)
  if (compiled.ok) return { holds: compiled.value }
  const { line = 1, column = 1, code = '' } = compiled.issues[0] ?? {}
  return { code: 'CONDITION_INVALID', params: { line, column, issue: code } }
}
