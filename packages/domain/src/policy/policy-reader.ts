import type { PolicyFacts } from '../rule/engine.ts'

const READERS: Readonly<Record<string, (facts: PolicyFacts) => unknown>> = {
  kind: (facts) => facts.kind,
  status: (facts) => facts.status,
  modality: (facts) => facts.modality,
  achieved: (facts) => facts.achieved,
  expected: (facts) => facts.expected,
  gapPoints: (facts) => facts.gapPoints,
  actual: (facts) => facts.actual,
  target: (facts) => facts.target,
  daysLate: (facts) => facts.daysLate,
  monthsLate: (facts) => facts.monthsLate,
  daysToDue: (facts) => facts.daysToDue,
  timesRescheduled: (facts) => facts.timesRescheduled,
  weight: (facts) => facts.weight,
  monthsBehind: (facts) => facts.monthsBehind,
  'peers.average': (facts) => facts.peers.average,
  'peers.count': (facts) => facts.peers.count,
  'lastYear.actual': (facts) => facts.lastYear.actual,
  'lastYear.changePercent': (facts) => facts.lastYear.changePercent,
}

/** Reads one fact of an assessment, by its name or below `assessment`. */
export function readAssessment(path: readonly string[]): (facts: PolicyFacts) => unknown {
  const names = path[0] === 'assessment' ? path.slice(1) : path
  return READERS[names.join('.')] ?? (() => undefined)
}
