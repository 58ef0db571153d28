import type { CompiledPolicy, PolicyFacts } from '../rule/engine.ts'
import { decimalOfPoints } from './points.ts'
import type { Light } from './policy.ts'
import { YINCHUAN_2025 } from './yinchuan-2025.ts'

/**
 * YINCHUAN_2025 written out in code, so that the main entry lights a plan without loading CEL.
 * A test holds it equal to its CEL source on random facts: change both together.
 */
export const COMPILED_YINCHUAN_2025: CompiledPolicy = {
  policy: YINCHUAN_2025,
  readsPeers: false,
  lightOf: (facts) => LIT[lineOf(facts)] ?? UNLIT,
  scoresOf: (facts) =>
    SCORES.flatMap(({ code, share, holds }) => {
      const points =
        holds(facts) && Number.isFinite(facts.weight) ? decimalOfPoints(share * facts.weight) : null
      return points === null ? [] : [{ code, points }]
    }),
}

interface Lit {
  readonly light: Light
  readonly condition: string
}

const UNLIT: Lit = { light: 'GREY', condition: '' }

const LIT: readonly Lit[] = YINCHUAN_2025.lights.map(({ light, when }) => ({
  light,
  condition: when,
}))

/** The place in the list of the first line that holds. */
function lineOf(facts: PolicyFacts): number {
  switch (facts.status) {
    case 'WAIVED':
    case 'UNKNOWN':
      return 0
    case 'MET':
    case 'MET_LATE':
      return 1
  }
  return facts.kind === 'INDICATOR' ? lineOfIndicator(facts) : lineOfEvent(facts)
}

function lineOfEvent(facts: PolicyFacts): number {
  if (facts.status === 'OVERDUE') return isLongOverdue(facts) ? 2 : 3
  return facts.status === 'DUE_SOON' ? 7 : 8
}

function lineOfIndicator({ status, gapPoints }: PolicyFacts): number {
  const gap = gapPoints !== null && Number.isFinite(gapPoints) ? gapPoints : null
  if (gap !== null && gap < -30) return 4
  if ((gap !== null && gap <= -10) || status === 'OVERDUE') return 5
  if (gap !== null && gap < 0) return 6
  return status === 'DUE_SOON' && gap === null ? 7 : 8
}

function isLongOverdue({ monthsLate }: PolicyFacts): boolean {
  return Number.isSafeInteger(monthsLate) && monthsLate >= 3
}

const SCORES: readonly {
  readonly code: string
  readonly share: number
  readonly holds: (facts: PolicyFacts) => boolean
}[] = [
  { code: 'met', share: 10, holds: ({ status }) => status === 'MET' },
  { code: 'met-late', share: 6, holds: ({ status }) => status === 'MET_LATE' },
  { code: 'overdue', share: -5, holds: ({ status }) => status === 'OVERDUE' },
  {
    code: 'long-overdue',
    share: -5,
    holds: (facts) => facts.status === 'OVERDUE' && isLongOverdue(facts),
  },
]
