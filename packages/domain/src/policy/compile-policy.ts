import type { ASTNode } from '@marcbachmann/cel-js'
import type { Decimal } from '../quantity/decimal.ts'
import { parseDecimal } from '../quantity/decimal.ts'
import { compileEvaluation, type Evaluation } from '../rule/cel-condition.ts'
import { createEnvironment } from '../rule/cel-environment.ts'
import type { CelFailure, CelValue } from '../rule/cel-failure.ts'
import type { CelLimits } from '../rule/cel-limits.ts'
import { readsName } from '../rule/cel-nodes.ts'
import { checkSource, type WantedType } from '../rule/cel-source.ts'
import type { CelIssue, Compiled, CompiledPolicy, PolicyFacts } from '../rule/engine.ts'
import { decimalOfPoints } from './points.ts'
import type { Light, Policy, ScoreCondition } from './policy.ts'
import { readAssessment } from './policy-reader.ts'
import { POLICY_VARIABLES } from './policy-schema.ts'

interface Line {
  readonly holds: Evaluation<PolicyFacts>
  readonly ast: ASTNode
}

interface ScoreLine {
  readonly code: string
  readonly holds: Evaluation<PolicyFacts>
  readonly points: (facts: PolicyFacts) => Decimal | null
}

/** A policy's lines, compiled; every issue of every line where some are wrong. */
export function compilePolicyLines(policy: Policy, limits: CelLimits): Compiled<CompiledPolicy> {
  const environment = createEnvironment(POLICY_VARIABLES, limits)
  const issues: CelIssue[] = []

  function compile(source: string, path: string, wanted: WantedType): Line | null {
    const place = { path, wanted, variables: POLICY_VARIABLES, environment, limits }
    const checked = checkSource(source, place)
    if (!checked.ok) {
      issues.push(...checked.issues)
      return null
    }
    const holds = compileEvaluation(checked.value, POLICY_VARIABLES, readAssessment, rootsOf)
    return { holds, ast: checked.value.ast }
  }

  function compileScore(score: ScoreCondition, index: number): ScoreLine | null {
    const when = compile(score.when, `scores.${index}.when`, 'bool')
    const points = compilePoints(score.points, `scores.${index}.points`)
    if (when === null || points === null) return null
    return { code: score.code, holds: when.holds, points }
  }

  function compilePoints(
    points: ScoreCondition['points'],
    path: string,
  ): ScoreLine['points'] | null {
    if (typeof points !== 'string') {
      const line = compile(points.cel, `${path}.cel`, 'number')
      return line === null ? null : (facts) => pointsOf(line.holds(facts))
    }
    const fixed = parseDecimal(points)
    if (fixed.ok) return () => fixed.value
    const params = { cause: fixed.issue.code, found: points.slice(0, 64) }
    issues.push({ path, line: 1, column: 1, code: 'TYPE', params })
    return null
  }

  const lines = policy.lights.map((line, i) => compile(line.when, `lights.${i}.when`, 'bool'))
  const scores = (policy.scores ?? []).map(compileScore)
  if (issues.length > 0) return { ok: false, issues }
  const lights = policy.lights.flatMap(({ light, when }, i) => {
    const line = lines[i]
    return line ? [{ lit: { light, condition: when }, line }] : []
  })
  return {
    ok: true,
    value: {
      policy,
      readsPeers: lights.some(({ line }) => readsName(line.ast, 'peers')),
      lightOf(facts) {
        for (const { lit, line } of lights) if (line.holds(facts) === true) return lit
        return UNLIT
      },
      scoresOf: (facts) =>
        scores.flatMap((score) => {
          const points = score?.holds(facts) === true ? score.points(facts) : null
          return score === null || points === null ? [] : [{ code: score.code, points }]
        }),
    },
  }
}

const UNLIT: { readonly light: Light; readonly condition: string } = {
  light: 'GREY',
  condition: '',
}

function rootsOf(facts: PolicyFacts): unknown {
  return { ...facts, assessment: facts }
}

function pointsOf(value: CelValue | CelFailure): Decimal | null {
  return typeof value === 'bigint' || typeof value === 'number' ? decimalOfPoints(value) : null
}
