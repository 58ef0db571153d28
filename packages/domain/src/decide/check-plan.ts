import { isDate } from '../calendar/date.ts'
import { isTimeZone } from '../calendar/instant.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from '../plan/plan.ts'
import { danglingReferences, kindsWithLists } from '../plan/references.ts'
import { isDecimal } from '../quantity/decimal.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { checkCompiled } from './check-cel.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Everything that keeps a plan from being stored. What is merely doubtful is a Finding, not a Refusal. */
export function checkPlan(plan: Plan, engine: RuleEngine | undefined): readonly Refusal[] {
  const found: readonly Refusal[] = [
    ...checkHeader(plan),
    ...checkCodes(plan),
    ...checkReferences(plan),
    ...checkTree('TASK', 'tasks', plan.tasks),
    ...checkTree('UNIT', 'units', plan.units),
    ...checkValues(plan),
  ]
  // A rule is typed against the plan's own parts: with those wrong, its errors would only repeat them.
  return found.length > 0 ? found : checkSources(plan, engine)
}

function checkHeader(plan: Plan): Refusal[] {
  const { start, end } = plan.period
  const refusals = [...checkDay('period.start', start), ...checkDay('period.end', end)]
  if (refusals.length === 0 && end < start) {
    refusals.push(refuse('INVALID_PERIOD', 'period', { start, end }))
  }
  if (!isTimeZone(plan.timeZone)) {
    refusals.push(refuse('INVALID_TIME_ZONE', 'timeZone', { value: plan.timeZone }))
  }
  return refusals
}

function checkCodes(plan: Plan): Refusal[] {
  return kindsWithLists().flatMap(([kind, list]) => {
    const seen = new Set<string>()
    return plan[list].flatMap(({ code }, at) => {
      if (!seen.has(code)) {
        seen.add(code)
        return []
      }
      return [refuse('DUPLICATE_CODE', `${list}.${at}.code`, { kind, code })]
    })
  })
}

function checkReferences(plan: Plan): Refusal[] {
  return danglingReferences(plan).map(({ path, kind, code }) =>
    refuse('UNKNOWN_CODE', path, { kind, code }),
  )
}

function checkTree(
  kind: 'TASK' | 'UNIT',
  list: string,
  nodes: readonly { readonly code: string; readonly parent?: string }[],
): Refusal[] {
  const parentOf = new Map(nodes.map((node) => [node.code, node.parent]))
  return nodes.flatMap(({ code }, at) => {
    let above = parentOf.get(code)
    for (let steps = 0; above !== undefined && steps <= nodes.length; steps++) {
      if (above === code) return [refuse('CYCLE', `${list}.${at}.parent`, { kind, code })]
      above = parentOf.get(above)
    }
    return []
  })
}

function checkValues(plan: Plan): Refusal[] {
  return [
    ...plan.indicators.flatMap((it, at) => checkIndicator(`indicators.${at}`, it)),
    ...plan.milestones.flatMap((it, at) => [
      ...checkDay(`milestones.${at}.dueOn`, it.dueOn),
      ...checkNumber(`milestones.${at}.weight`, it.weight, true),
    ]),
    ...plan.rules.flatMap((it, at) => [
      ...(it.due !== undefined && 'on' in it.due ? checkDay(`rules.${at}.due.on`, it.due.on) : []),
      ...checkNumber(`rules.${at}.weight`, it.weight, true),
    ]),
    ...plan.projects.flatMap((it, at) => [
      ...checkNumber(`projects.${at}.investment.total`, it.investment?.total, true),
      ...checkNumber(`projects.${at}.investment.thisYear`, it.investment?.thisYear, true),
    ]),
    ...plan.measureUnits.flatMap((it, at) =>
      checkNumber(`measureUnits.${at}.factor`, it.factor, true),
    ),
    ...plan.documents.flatMap((it, at) => checkDay(`documents.${at}.date`, it.date)),
  ]
}

function checkIndicator(path: string, it: Indicator): Refusal[] {
  return [
    ...checkDay(`${path}.dueOn`, it.dueOn),
    ...checkDay(`${path}.startOn`, it.startOn),
    ...checkNumber(`${path}.weight`, it.weight, true),
    ...checkNumber(`${path}.target`, it.target),
    ...checkNumber(`${path}.targetUpper`, it.targetUpper),
    ...checkNumber(`${path}.targetFactor`, it.targetFactor),
    ...checkNumber(`${path}.baseline`, it.baseline),
    ...(it.checkpoints ?? []).flatMap((checkpoint, at) => [
      ...checkDay(`${path}.checkpoints.${at}.on`, checkpoint.on),
      ...checkNumber(`${path}.checkpoints.${at}.value`, checkpoint.value),
    ]),
  ]
}

function checkDay(path: string, date: string | undefined): Refusal[] {
  return date === undefined || isDate(date) ? [] : [refuse('INVALID_DATE', path, { value: date })]
}

function checkNumber(path: string, value: string | undefined, notNegative = false): Refusal[] {
  if (value === undefined) return []
  if (!isDecimal(value)) return [refuse('INVALID_DECIMAL', path, { value: value.slice(0, 64) })]
  return notNegative && value.startsWith('-') ? [refuse('NEGATIVE', path, { value })] : []
}

function checkSources(plan: Plan, engine: RuleEngine | undefined): Refusal[] {
  const conditions = plan.indicators.flatMap(({ derivation }, at) =>
    derivation?.where === undefined ? [] : [{ at, where: derivation.where }],
  )
  if (engine === undefined) {
    const none = plan.rules.length + plan.policies.length + conditions.length === 0
    return none ? [] : [refuse('NO_RULE_ENGINE', '', {})]
  }
  return [
    ...plan.rules.flatMap((rule, at) =>
      checkCompiled(`rules.${at}`, engine.compileRule(rule, plan)),
    ),
    ...plan.policies.flatMap((policy, at) =>
      checkCompiled(`policies.${at}`, engine.compilePolicy(policy)),
    ),
    ...conditions.flatMap(({ at, where }) =>
      checkCompiled(`indicators.${at}.derivation`, engine.compileWhere(where, plan)),
    ),
  ]
}
