import {
  addDays,
  type Commitment,
  type CommitmentId,
  type CommitmentStep,
  type Fact,
  type IsoDate,
  type PlanFacts,
  type Segment,
  sameValue,
  timelineOf,
  timelinesOf,
} from '@duban/domain'
import { commitmentSteps, firstChangedBy, timelineAfter, touchedBy } from '@duban/domain/decide'
import type { CommitmentTimeline, DerivedChange, SegmentRow } from '@duban/storage'
import { ruleEngine } from '../rule-engine.ts'
import { type KnownTimeline, keepTimelines, takeTimelines } from './known-timelines.ts'

/**
 * The timelines that a commit of these facts writes; `after` holds them already. Those of the facts before it that were
 * computed by this function go on from the first day that one of the added facts is true for.
 */
export function timelinesTouched(
  after: PlanFacts,
  added: readonly Fact[],
  before?: PlanFacts,
): Pick<DerivedChange, 'timelines' | 'replaceTimelines'> {
  const touched = touchedBy(after, added, ruleEngine)
  if (touched === 'ALL') return { timelines: allTimelines(after), replaceTimelines: true }
  const known = takeTimelines(before)
  const from = firstChangedBy(added) ?? ''
  const timelines = [...touched].map((id): CommitmentTimeline => {
    const timeline = timelineFrom(after, id, from, known.get(id))
    known.set(id, timeline)
    return { commitment: id, segments: timeline.rows }
  })
  keepTimelines(after, known)
  return { timelines }
}

function timelineFrom(
  facts: PlanFacts,
  id: CommitmentId,
  from: IsoDate,
  known: KnownTimeline | undefined,
): KnownTimeline {
  const shown = commitmentSteps(facts, id, ruleEngine)
  const steps = known?.shown === shown ? known.steps : listedSteps(shown)
  const segments =
    known === undefined
      ? timelineOf(facts, id, { engine: ruleEngine })
      : timelineAfter(facts, id, known.segments, from, { engine: ruleEngine })
  return { shown, steps, segments, rows: rowsOf(steps, segments, known) }
}

/** The timelines of a whole plan as the storage keeps them. The same facts give the same rows. */
export function allTimelines(facts: PlanFacts): readonly CommitmentTimeline[] {
  return [...timelinesOf(facts, { engine: ruleEngine })].map(([commitment, segments]) => ({
    commitment,
    segments: rowsOf(listedSteps(commitmentSteps(facts, commitment, ruleEngine)), segments),
  }))
}

/** What lists filter and order a commitment by, from a day on. */
export interface ListedStep {
  readonly from: IsoDate
  readonly listed: Omit<SegmentRow, keyof Segment>
}

/** One for each day on which any of it changes. */
function listedSteps(shown: readonly CommitmentStep[]): readonly ListedStep[] {
  const steps: ListedStep[] = []
  for (const { from, commitment } of shown) {
    const listed = listedOf(commitment)
    const last = steps.at(-1)
    if (last === undefined || !sameValue(last.listed, listed)) steps.push({ from, listed })
  }
  return steps
}

/** Segments with what lists filter and order by, split where that changes; the rows that stay are those known. */
function rowsOf(
  steps: readonly ListedStep[],
  segments: readonly Segment[],
  known?: KnownTimeline,
): readonly SegmentRow[] {
  const standing = known !== undefined && sameValue(known.steps, steps) ? known : undefined
  const same = standing === undefined ? 0 : countSame(segments, standing.segments)
  const last = segments[same - 1]?.to ?? ''
  const rows = standing?.rows.filter(({ to }) => to <= last) ?? []
  let step = 0
  for (const segment of segments.slice(same)) {
    for (let { from } = segment; from <= segment.to; ) {
      while ((steps[step + 1]?.from ?? after) <= from) step++
      const next = steps[step + 1]?.from ?? after
      const to = next <= segment.to ? (addDays(next, -1) ?? segment.to) : segment.to
      const listed = steps[step]?.listed
      if (listed !== undefined) rows.push(rowOf(segment, listed, from, to))
      if (to === segment.to) break
      from = addDays(to, 1) ?? after
    }
  }
  return rows
}

/** Written out: of two objects spread into one the engine makes a table of names, six times as large. */
function rowOf(
  { status, light, reasons }: Segment,
  listed: ListedStep['listed'],
  from: IsoDate,
  to: IsoDate,
): SegmentRow {
  return {
    from,
    to,
    status,
    light,
    reasons,
    kind: listed.kind,
    code: listed.code,
    title: listed.title,
    dueOn: listed.dueOn,
    task: listed.task,
    plate: listed.plate,
    project: listed.project,
    theme: listed.theme,
    rule: listed.rule,
    severity: listed.severity,
    modality: listed.modality,
    responsible: listed.responsible,
  }
}

/** Sorts after every date. */
const after = 'later'

/** How many segments two timelines have in common from the first one on. */
function countSame(a: readonly Segment[], b: readonly Segment[]): number {
  const differing = a.findIndex((segment, at) => !sameValue(segment, b[at]))
  return differing < 0 ? a.length : differing
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
