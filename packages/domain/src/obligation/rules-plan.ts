import { definitionSteps, headerSteps } from '../plan/definition-steps.ts'
import { planWith } from '../plan/definitions-of.ts'
import type { Plan } from '../plan/plan.ts'
import { type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'

const KEPT: KeepKey<{ readonly plan: Plan | null }> = { name: 'rules plan' }

/**
 * The plan against which a ledger's rules and conditions are compiled: its header and every event type it has ever
 * declared, so that a rule means the same in the views of all days. Null without a header.
 */
export function rulesPlan(ledger: Ledger): Plan | null {
  return keptOfDefinitions(ledger, KEPT, () => ({ plan: newPlan(ledger) })).plan
}

function newPlan(ledger: Ledger): Plan | null {
  const header = headerSteps(ledger).findLast((step) => step.value !== null)?.value
  if (header === undefined || header === null) return null
  const eventTypes = (ledger.index.codes.get('EVENT_TYPE') ?? []).flatMap((code) => {
    const steps = definitionSteps(ledger, 'EVENT_TYPE', code)
    return steps.findLast((step) => step.value !== null)?.value ?? []
  })
  return { ...planWith(header, () => []), eventTypes }
}
