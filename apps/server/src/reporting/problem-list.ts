import type { ReportProblem, TellProblem } from './report-row.ts'

/** What is wrong with a report: how much in all, and the first of it in the order of the file. */
export interface ProblemList {
  readonly add: TellProblem
  readonly count: number
  readonly first: () => readonly ReportProblem[]
}

/** A ProblemList that keeps no more than so many, however wrong the file is and in whatever order it is looked at. */
export function problemList(most: number): ProblemList {
  let kept: ReportProblem[] = []
  let count = 0
  const cut = () => {
    kept = kept.toSorted((a, b) => a.at - b.at).slice(0, most)
  }
  return {
    add: (problem) => {
      count += 1
      kept.push(problem)
      if (kept.length > 2 * most) cut()
    },
    get count() {
      return count
    },
    first: () => {
      cut()
      return kept
    },
  }
}
