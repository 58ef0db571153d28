import { findCommitments } from '../breakdown/breakdown.ts'
import { type Dimension, type DimensionValue, valuesOf } from '../breakdown/dimension.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compareExact, parseExact, ZERO } from '../quantity/exact.ts'
import type { PlanView } from '../view/plan-view.ts'
import { type ScoreLine, scoreOf, totalOf } from './score.ts'

/** The points of one subject or unit. */
export interface ScoreTotal {
  /** Code of the subject or unit; null gathers what has none. */
  readonly key: DimensionValue
  readonly points: Decimal
  /** The same by score line, in the policy's order. */
  readonly lines: readonly ScoreLine[]
  readonly commitments: number
  /** 1 for the most points; equal points share a rank. */
  readonly rank: number
}

/** Points by the plan's policy, totalled per leading unit, task, plate or another dimension; most points first. */
export function scores(view: PlanView, by: Dimension): readonly ScoreTotal[] {
  const groups = new Map<DimensionValue, { lines: ScoreLine[]; commitments: number }>()
  for (const it of findCommitments(view, {})) {
    const lines = scoreOf(view, it.commitment.id)?.lines ?? []
    for (const key of valuesOf(by, it)) {
      const group = groups.get(key) ?? { lines: [], commitments: 0 }
      groups.set(key, group)
      group.lines.push(...lines)
      group.commitments++
    }
  }
  const codes = (view.policy.compiled.policy.scores ?? []).map(({ code }) => code)
  const totals = [...groups].map(([key, { lines, commitments }]) => ({
    key,
    points: totalOf(lines),
    lines: codes.flatMap((code) => {
      const own = lines.filter((line) => line.code === code)
      return own.length === 0 ? [] : [{ code, points: totalOf(own) }]
    }),
    commitments,
  }))
  return totals
    .sort((a, b) => comparePoints(b.points, a.points) || compareKeys(a.key, b.key))
    .map((total) => ({
      ...total,
      rank: 1 + totals.filter((other) => comparePoints(other.points, total.points) > 0).length,
    }))
}

function comparePoints(a: Decimal, b: Decimal): number {
  return compareExact(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO)
}

function compareKeys(a: DimensionValue, b: DimensionValue): number {
  if (a === b) return 0
  if (a === null) return 1
  return b !== null && a < b ? -1 : 1
}
