import {
  addDays,
  type Commitment,
  type CommitmentId,
  type Fact,
  type PlanFacts,
  type Segment,
  timelineOf,
  timelinesOf,
} from '@duban/domain'
import { commitmentSteps, touchedBy } from '@duban/domain/decide'
import type { CommitmentTimeline, PlanCommit, SegmentRow } from '@duban/storage'
import { ruleEngine } from '../rule-engine.ts'

/** The timelines that a commit of these facts writes; `after` holds them already. */
export function timelinesTouched(
  after: PlanFacts,
  added: readonly Fact[],
): Pick<PlanCommit, 'timelines' | 'replaceTimelines'> {
  const touched = touchedBy(after, added, ruleEngine)
  if (touched === 'ALL') return { timelines: allTimelines(after), replaceTimelines: true }
  const timelines = [...touched].map((id) =>
    timelineRows(after, id, timelineOf(after, id, { engine: ruleEngine })),
  )
  return { timelines }
}

/** The timelines of a whole plan as the storage keeps them. The same facts give the same rows. */
export function allTimelines(facts: PlanFacts): readonly CommitmentTimeline[] {
  return [...timelinesOf(facts, { engine: ruleEngine })].map(([id, segments]) =>
    timelineRows(facts, id, segments),
  )
}

/** Segments with what lists filter and order by, split where that changes. */
function timelineRows(
  facts: PlanFacts,
  commitment: CommitmentId,
  segments: readonly Segment[],
): CommitmentTimeline {
  const steps = commitmentSteps(facts, commitment, ruleEngine).map(({ from, commitment }) => ({
    from,
    listed: listedOf(commitment),
  }))
  const rows: SegmentRow[] = []
  let step = 0
  for (const segment of segments) {
    let before: SegmentRow | undefined
    for (let { from } = segment; from <= segment.to; ) {
      while ((steps[step + 1]?.from ?? after) <= from) step++
      const next = steps[step + 1]?.from ?? after
      const to = next <= segment.to ? (addDays(next, -1) ?? segment.to) : segment.to
      const listed = steps[step]?.listed
      if (listed !== undefined) before = add(rows, before, { ...segment, ...listed, from, to })
      if (to === segment.to) break
      from = addDays(to, 1) ?? after
    }
  }
  return { commitment, segments: rows }
}

/** Sorts after every date. */
const after = 'later'

/**
 * Adds a row; parts of one segment that say the same are one. Those of two never do: they differ in status or light.
 */
function add(rows: SegmentRow[], before: SegmentRow | undefined, row: SegmentRow): SegmentRow {
  if (before === undefined || said(before) !== said(row)) {
    rows.push(row)
    return row
  }
  const joined = { ...before, to: row.to }
  rows[rows.length - 1] = joined
  return joined
}

function said({ from: _from, to: _to, ...rest }: SegmentRow): string {
  return JSON.stringify(rest)
}

function listedOf(commitment: Commitment): Omit<SegmentRow, keyof Segment> {
  const { kind, code, title, dueOn, task, plate, project, theme, responsible } = commitment
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
    modality: commitment.definition.modality ?? null,
    responsible,
  }
}
