import { randomUUID } from 'node:crypto'
import type { Command, Observation } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { createRuleEngine } from '@duban/domain/rules'
import { rowsTouched } from '@duban/server/dist/writing/derived-rows.js'
import type { Storage } from '@duban/storage'
import { audit } from './database.ts'

const engine = createRuleEngine()

/** Who may report and approve everything. */
export const actor = { name: 'bench', roles: ['ADMIN'], units: [], trusted: true } as const

/** The command that reports these observations. */
export function reportOf(observations: readonly Observation[]): Command {
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: observations.map(({ of, value, effectiveOn, reporter }) => ({
      of,
      value,
      effectiveOn,
      reporter,
      state: 'APPROVED',
    })),
  }
}

/** Reports on a plan as a file of them is taken: checked, and with their segments, in one commit. */
export async function loadAtOnce(
  storage: Storage,
  code: string,
  observations: readonly Observation[],
): Promise<void> {
  const now = new Date().toISOString()
  const command = reportOf(observations)
  const outcome = await storage.update(code, (known) => {
    if (known === null) throw new Error('the plan is not there')
    const context = { now, actor, newId: randomUUID, engine, batchLimit: observations.length }
    const decision = decide(known, command, context)
    if (!decision.ok) return { refusal: decision.refusals }
    const { facts } = decision
    return { commit: { facts, audit, after: appendFacts(known, facts), derive: rowsTouched } }
  })
  if (outcome.outcome !== 'COMMITTED') throw new Error(JSON.stringify(outcome).slice(0, 500))
}
