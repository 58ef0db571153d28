import type { Fact, Observation, PlanFacts, PlanHeader } from '@duban/domain'
import type {
  AuditEntry,
  CommitmentTimeline,
  DecidedCommit,
  DeriveChange,
  MeasuredRow,
  PlanCommit,
  ProjectRow,
  SegmentRow,
} from '../src/index.ts'

export const at = '2020-03-05T08:00:00.000Z'

export function header(code: string, change: Partial<PlanHeader> = {}): PlanHeader {
  return {
    code,
    title: { zh: `${code} 工作计划`, en: `Plan ${code}` },
    district: { code: 'erqi', name: { zh: '二七区', en: 'Erqi' } },
    period: { start: '2020-01-01', end: '2020-12-31' },
    timeZone: 'Asia/Shanghai',
    ...change,
  }
}

export function planFact(plan: PlanHeader, id = `${plan.code}-plan`): Fact {
  return {
    type: 'DEFINITION',
    id,
    effectiveOn: plan.period.start,
    recordedAt: at,
    recordedBy: 'import',
    change: { set: { kind: 'PLAN', code: plan.code, order: 0, value: plan } },
  }
}

export function observation(id: string, change: Partial<Observation> = {}): Observation {
  return {
    type: 'OBSERVATION',
    id,
    effectiveOn: '2020-02-29',
    recordedAt: at,
    recordedBy: 'li',
    of: { kind: 'INDICATOR', code: 'investment' },
    value: '518.25',
    reporter: 'development',
    state: 'APPROVED',
    ...change,
  }
}

export const audit: AuditEntry = {
  at,
  actor: 'li',
  command: 'reportObservations',
  reason: null,
  summary: {},
}

/** A commit that others of the same plan can follow in one transaction: without `derive` it changes no derived rows. */
export function followed(
  plan: PlanFacts | null,
  commit: DecidedCommit,
  derive: DeriveChange = () => ({}),
): DecidedCommit {
  const { code = 'a', revision = 0, facts = [] } = plan ?? {}
  const after = { code, revision: revision + 1, facts: [...facts, ...commit.facts] }
  return { ...commit, after, derive }
}

/** The first commit of a plan. */
export function newPlan(code: string, facts: readonly Fact[] = []): PlanCommit {
  return {
    plan: code,
    baseRevision: 0,
    facts: [planFact(header(code)), ...facts],
    audit: { ...audit, command: 'importPlan' },
  }
}

export function segment(change: Partial<SegmentRow> = {}): SegmentRow {
  return {
    from: '2020-01-01',
    to: '2020-12-31',
    status: 'PENDING',
    light: 'GREEN',
    reasons: [],
    kind: 'INDICATOR',
    code: 'investment',
    title: { zh: '固定资产投资', en: 'Fixed investment' },
    dueOn: '2020-12-31',
    task: 'task-1',
    plate: null,
    project: null,
    theme: null,
    rule: null,
    severity: null,
    modality: 'MUST',
    responsible: [{ unit: 'development', role: 'LEAD' }],
    ...change,
  }
}

export function timeline(
  commitment: string,
  ...segments: readonly Partial<SegmentRow>[]
): CommitmentTimeline {
  return { commitment, segments: segments.map((change) => segment(change)) }
}

/** What is measured of an indicator over a year from a day. */
export function measured(from: string, change: Partial<MeasuredRow> = {}): MeasuredRow {
  return {
    from,
    to: `${from.slice(0, 4)}-12-31`,
    unit: 'YI_YUAN',
    dimension: null,
    factor: null,
    target: '600',
    actual: null,
    achieved: null,
    weight: null,
    daysLate: null,
    points: null,
    ...change,
  }
}

export function projectRow(change: Partial<ProjectRow> = {}): ProjectRow {
  return {
    from: '2020-01-01',
    to: '9999-12-31',
    kind: 'NEW_START',
    stage: null,
    unit: 'WAN_YUAN',
    dimension: null,
    factor: null,
    total: '500',
    thisYear: null,
    done: null,
    ...change,
  }
}
