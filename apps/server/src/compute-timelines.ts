import {
  addDays,
  type Commitment,
  type CommitmentId,
  type Fact,
  type IsoDate,
  type PlanFacts,
  type PlanView,
  type Segment,
  timelinesOf,
  viewOf,
} from '@duban/domain'
import type { CommitmentTimeline, SegmentRow } from '@duban/storage'
import { ruleEngine } from './rule-engine.ts'

/**
 * The timelines of a plan as the storage keeps them: the domain's segments, each with what lists filter and order
 * by, and split where that changes. The same facts give the same rows.
 */
export function computeTimelines(facts: PlanFacts): readonly CommitmentTimeline[] {
  const stretches = stretchesOf(facts)
  return [...timelinesOf(facts, { engine: ruleEngine })].map(([commitment, segments]) => ({
    commitment,
    segments: joined(segments.flatMap((segment) => rowsOf(commitment, segment, stretches))),
  }))
}

/** Days on which definitions, due dates and units stay the same, and the plan as it is then. */
interface Stretch {
  readonly from: IsoDate
  /** Inclusive. */
  readonly to: IsoDate
  readonly view: PlanView
}

const lastDay = '9999-12-31'
const allKnown = '9999-12-31T23:59:59.999Z'

function stretchesOf(facts: PlanFacts): readonly Stretch[] {
  const days = [...new Set(facts.facts.filter(redefines).map((fact) => fact.effectiveOn))].sort()
  return days.flatMap((from, at) => {
    const next = days[at + 1]
    const to = next === undefined ? lastDay : (addDays(next, -1) ?? lastDay)
    const view = viewOf(facts, { asOf: from, knownAt: allKnown }, ruleEngine)
    return view ? [{ from, to, view }] : []
  })
}

function redefines({ type }: Fact): boolean {
  return type === 'DEFINITION' || type === 'EXTENSION_DECISION' || type === 'ASSIGNMENT'
}

function rowsOf(
  id: CommitmentId,
  segment: Segment,
  stretches: readonly Stretch[],
): readonly SegmentRow[] {
  return stretches.flatMap((stretch) => {
    const from = later(stretch.from, segment.from)
    const to = earlier(stretch.to, segment.to)
    const commitment = from <= to ? stretch.view.commitment(id) : undefined
    return commitment ? [{ ...segment, ...listedOf(commitment), from, to }] : []
  })
}

// Dates are text, which Math.max does not compare.
function later(a: IsoDate, b: IsoDate): IsoDate {
  return a.localeCompare(b) < 0 ? b : a
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a.localeCompare(b) < 0 ? a : b
}

function listedOf(commitment: Commitment): Omit<SegmentRow, keyof Segment> {
  const { kind, code, title, dueOn, task, plate, project, theme, responsible, definition } =
    commitment
  const rule = commitment.kind === 'OBLIGATION' ? commitment.definition : null
  return {
    kind,
    code,
    title,
    dueOn,
    task,
    plate,
    project,
    theme,
    rule: rule?.code ?? null,
    severity: rule?.severity ?? null,
    modality: definition.modality ?? null,
    responsible,
  }
}

/** Rows that follow each other and say the same are one. */
function joined(rows: readonly SegmentRow[]): readonly SegmentRow[] {
  const kept: SegmentRow[] = []
  for (const row of rows) {
    const before = kept.at(-1)
    if (before && addDays(before.to, 1) === row.from && saysTheSame(before, row)) {
      kept[kept.length - 1] = { ...before, to: row.to }
    } else {
      kept.push(row)
    }
  }
  return kept
}

function saysTheSame(a: SegmentRow, b: SegmentRow): boolean {
  const said = ({ from: _from, to: _to, reasons: _reasons, ...rest }: SegmentRow): string =>
    JSON.stringify(rest)
  return said(a) === said(b)
}
