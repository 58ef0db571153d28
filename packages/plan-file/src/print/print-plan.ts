import { type Fact, headerOf, type Plan } from '@duban/domain'
import { FORMAT, planFile } from '../schema/plan-file.ts'
import { arrange } from './arrange.ts'
import { printYaml } from './print-yaml.ts'
import { shorten } from './shorten.ts'

export interface PrintOptions {
  /** `yaml` unless given. In JSON decimals are text, in YAML numbers. */
  readonly as?: 'yaml' | 'json'
}

/**
 * The document of a plan, which parsePlan reads into the same plan and facts. Definitions among the facts are left out
 * where the plan is what they define since its first day. Equal plans print equally; comments of a file read before
 * are not kept.
 */
export function printPlan(
  plan: Plan,
  facts: readonly Fact[] = [],
  { as = 'yaml' }: PrintOptions = {},
): string {
  const recorded = hasHistory(plan, facts)
    ? facts
    : facts.filter(({ type }) => type !== 'DEFINITION')
  const file = { format: FORMAT, ...plan, plan: headerOf(plan), facts: recorded }
  const only = plan.documents.length === 1 ? plan.documents[0]?.code : undefined
  const arranged = shorten(arrange(planFile, file), only)
  return as === 'json' ? `${JSON.stringify(arranged, null, 2)}\n` : printYaml(arranged)
}

/** Whether any part was defined anew, removed, or defined for another day than the plan's first. */
function hasHistory({ period }: Plan, facts: readonly Fact[]): boolean {
  const defined = new Set<string>()
  return facts.some((fact) => {
    if (fact.type !== 'DEFINITION') return false
    if ('remove' in fact.change || fact.effectiveOn !== period.start) return true
    const { kind, code } = fact.change.set
    const key = `${kind}/${code}`
    if (defined.has(key)) return true
    defined.add(key)
    return false
  })
}
