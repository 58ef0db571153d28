import type { Instant, ObservationInput, PlanFacts } from '@duban/domain'
import { type Actor, appendFacts, decide } from '@duban/domain/decide'
import type {
  CommitmentTimeline,
  Decided,
  FactSource,
  MeasuredRows,
  ProjectRows,
  Storage,
} from '@duban/storage'
import { ruleEngine } from '../rule-engine.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { commandNames } from '../writing/audit-of.ts'
import { rowsTouched } from '../writing/derived-rows.ts'
import { withText } from '../writing/failure.ts'
import { type LineFiles, openLineFiles } from './line-files.ts'
import { type ProblemList, problemList } from './problem-list.ts'
import { factsInOrder, putFact, type RowsAside, rowsAside } from './put-aside.ts'
import { inputMaker, problemOf, type ReportDefaults } from './report-inputs.ts'
import type { ReportProblem, ReportRow, TellProblem } from './report-row.ts'
import { valueKey, valuesTogether } from './values-together.ts'

/** A report to be written whole or not at all, however long it is. */
export interface ReportToWrite {
  readonly rows: (tell: TellProblem) => AsyncIterable<ReportRow>
  readonly defaults: ReportDefaults
  readonly actor: Actor
  readonly now: Instant
  /** Gives an id that no fact has yet. */
  readonly newId: () => string
  /** Checks and tells, and writes nothing. */
  readonly dryRun: boolean
  /** Hears how many of the rows have been checked, and how many written. */
  readonly checked?: (rows: number, of: number) => void
  readonly written?: (rows: number, of: number) => void
}

/** What comes of a report. REFUSED tells the first of the problems, and how many there are. */
export type ReportOutcome =
  | {
      readonly outcome: 'DONE'
      readonly saved: boolean
      readonly values: number
      readonly revision: number
    }
  | {
      readonly outcome: 'REFUSED'
      readonly problems: readonly ReportProblem[]
      readonly count: number
    }
  /** Others wrote the plan meanwhile, and changed what hangs together or were first again and again. */
  | { readonly outcome: 'CONFLICT'; readonly current: number }

/** Problems that are told; a file with more has its columns mixed up. */
const problemsTold = 100
/** Files that rows are put aside in, and so the share of a report that is in memory at once where it can be parted. */
const filesAtMost = 64

/**
 * Writes a report in one transaction. Rows are put aside on disk by what hangs together, and then decided, and the
 * timelines computed, one such part after another: in memory are the plan as it was and one part of the report.
 */
export async function writeReport(
  storage: Storage,
  at: PlanAt,
  report: ReportToWrite,
): Promise<ReportOutcome> {
  const together = valuesTogether(at.facts)
  const groups = new Set(together.values()).size
  const files = openLineFiles(Math.max(1, Math.min(filesAtMost, groups)))
  const factFiles = openLineFiles(files.count)
  try {
    const problems = problemList(problemsTold)
    const rows = rowsAside(files)
    const fileOf = (of: ObservationInput['of']) => (together.get(valueKey(of)) ?? 0) % files.count
    const makeInput = inputMaker(at.plan, report.defaults)
    let values = 0
    for await (const row of report.rows(problems.add)) {
      values += 1
      const input = makeInput(row, problems.add)
      if (input !== null) rows.put(fileOf(input.of), row, input)
    }
    if (values === 0 && problems.count === 0) problems.add({ at: -1, place: '', ...nothing })
    const work = { report, rows, factFiles, values, problems }
    const outcome = await storage.update<Refused>(at.plan.code, (known) => {
      const same = known !== null && equalMaps(valuesTogether(known), together)
      return same ? decideParts(known, work) : { refusal: { revision: known?.revision ?? 0 } }
    })
    if (problems.count > 0) {
      return { outcome: 'REFUSED', problems: problems.first(), count: problems.count }
    }
    switch (outcome.outcome) {
      case 'COMMITTED':
        return { outcome: 'DONE', saved: true, values, revision: outcome.revision }
      case 'REFUSED': {
        const { checked, revision } = outcome.refusal
        return checked === true
          ? { outcome: 'DONE', saved: false, values, revision }
          : { outcome: 'CONFLICT', current: revision }
      }
      case 'CONFLICT':
      case 'KEY_REUSED':
      case 'REPEATED':
        return { outcome: 'CONFLICT', current: outcome.revision }
    }
  } finally {
    files.close()
    factFiles.close()
  }
}

interface Refused {
  readonly revision: number
  /** The report is good, but was only to be checked, or has problems, which are told elsewhere. */
  readonly checked?: true
}

const nothing = withText({ code: 'BATCH_EMPTY', path: '', params: {} })

interface Work {
  readonly report: ReportToWrite
  readonly rows: RowsAside
  readonly factFiles: LineFiles
  readonly values: number
  readonly problems: ProblemList
}

function decideParts(
  known: PlanFacts,
  { report, rows, factFiles, values, problems }: Work,
): Decided<Refused> {
  const { actor, now, newId, dryRun, checked } = report
  const context = { now, actor, newId, engine: ruleEngine, batchLimit: Number.POSITIVE_INFINITY }
  const timelines: CommitmentTimeline[] = []
  const measured: MeasuredRows[] = []
  const projects: ProjectRows[] = []
  let replaceTimelines = false
  let done = 0
  factFiles.clear()
  for (let file = 0; file < factFiles.count; file++) {
    const part = rows.rowsOf(file)
    if (part.length === 0) continue
    const observations = part.map(({ input }) => input)
    const decision = decide(known, { type: 'REPORT_OBSERVATIONS', observations }, context)
    if (!decision.ok) for (const one of decision.refusals) problems.add(problemOf(one, part))
    else if (problems.count === 0 && !dryRun) {
      for (const [at, fact] of decision.facts.entries()) {
        putFact(factFiles, file, part[at]?.at ?? 0, fact)
      }
      const touched = rowsTouched(appendFacts(known, decision.facts), decision.facts)
      for (const timeline of touched.timelines ?? []) timelines.push(timeline)
      for (const rows of touched.measured ?? []) measured.push(rows)
      for (const rows of touched.projects ?? []) projects.push(rows)
      replaceTimelines ||= touched.replaceTimelines === true
    }
    done += part.length
    checked?.(done, values)
  }
  const { revision } = known
  if (dryRun || problems.count > 0) return { refusal: { revision, checked: true } }
  return {
    commit: {
      facts: sourceOf(factFiles, values, report.written),
      audit: {
        at: now,
        actor: actor.name,
        command: commandNames.REPORT_OBSERVATIONS,
        reason: null,
        summary: { observations: values, facts: values },
      },
      timelines,
      measured,
      projects,
      replaceTimelines,
    },
  }
}

function sourceOf(files: LineFiles, length: number, written: ReportToWrite['written']): FactSource {
  return {
    length,
    *[Symbol.iterator]() {
      let done = 0
      for (const fact of factsInOrder(files)) {
        yield fact
        done += 1
        written?.(done, length)
      }
    },
  }
}

function equalMaps(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
