import type { CelIssue, Compiled, Plan, RuleEngine } from '@duban/domain'
import type { Complaint, Path, PlanFileIssueCode } from '../issue/issue.ts'

const codes: Readonly<Record<CelIssue['code'], PlanFileIssueCode>> = {
  SYNTAX: 'CEL_SYNTAX',
  UNKNOWN_FIELD: 'CEL_UNKNOWN_FIELD',
  TYPE: 'CEL_TYPE',
  COST: 'CEL_COST',
}

/** Complains of every condition in the plan that the engine does not compile. */
export function checkConditions(plan: Plan, engine: RuleEngine): readonly Complaint[] {
  return [
    ...plan.rules.flatMap((rule, place) =>
      complaintsOf(engine.compileRule(rule, plan), rule, ['rules', place]),
    ),
    ...plan.policies.flatMap((policy, place) =>
      complaintsOf(engine.compilePolicy(policy), policy, ['policies', place]),
    ),
    ...plan.indicators.flatMap(({ derivation }, place) => {
      if (derivation?.where === undefined) return []
      const compiled = engine.compileWhere(derivation.where, plan)
      return complaintsOf(compiled, derivation.where, ['indicators', place, 'derivation', 'where'])
    }),
  ]
}

function complaintsOf(
  compiled: Compiled<unknown>,
  value: unknown,
  above: Path,
): readonly Complaint[] {
  if (compiled.ok) return []
  return compiled.issues.map((issue) => {
    // The path of a bare condition says nothing about it.
    const inside = typeof value === 'string' ? [] : stepsOf(issue.path)
    const source = typeof value === 'string' ? value : textUnder(value, inside)
    return {
      path: [...above, ...inside],
      code: codes[issue.code],
      params: issue.params,
      ...(source === undefined ? {} : { within: offsetOf(source, issue) }),
    }
  })
}

function stepsOf(path: string): Path {
  return path === ''
    ? []
    : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function textUnder(value: unknown, path: Path): string | undefined {
  let at: unknown = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, step)
  }
  return typeof at === 'string' ? at : undefined
}

function offsetOf(source: string, { line, column }: CelIssue): number {
  let start = 0
  for (let passed = 1; passed < line; passed++) {
    const end = source.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  return Math.min(start + column - 1, source.length)
}
