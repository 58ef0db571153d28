import type { IsoDate } from '../calendar/date.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Fact, FactBase, Observation, PlanFacts } from '../fact/fact.ts'
import type { ProjectStage } from '../project/project.ts'
import type { RuleEngine } from '../rule/engine.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { ViewAt } from '../view/view.ts'
import { viewOf } from '../view/view-of.ts'

/** Something that might come to pass. Dates may lie ahead. */
export type Assumption =
  | {
      /** A value an indicator or a project's investment might have. */
      readonly of: Observation['of']
      readonly value: string
      readonly on: IsoDate
      /** Code of the Unit; the only reporter so far, or else the first in the lead, unless given. */
      readonly reporter?: string
    }
  | { readonly subject: SubjectRef; readonly event: string; readonly on: IsoDate }
  | { readonly project: string; readonly stage: ProjectStage; readonly on: IsoDate }

/**
 * The plan as it would be with hypothetical facts in view; undefined where viewOf is. Nothing is saved, and `facts`
 * stays what it was.
 */
export function whatIf(
  facts: PlanFacts,
  hypothetical: readonly Fact[],
  at: ViewAt,
  engine?: RuleEngine,
): PlanView | undefined {
  return viewOf({ ...facts, facts: [...facts.facts, ...hypothetical] }, at, engine)
}

/** Assumptions as facts of a view's own instant: approved, simulated, with ids that no stored fact has. */
export function hypotheticalFacts(
  view: PlanView,
  assumptions: readonly Assumption[],
): readonly Fact[] {
  return assumptions.map((assumption, at): Fact => {
    const base: FactBase = {
      id: `hypothetical-${at + 1}`,
      effectiveOn: assumption.on,
      recordedAt: view.at.knownAt,
      recordedBy: 'hypothesis',
      synthetic: true,
    }
    if ('event' in assumption) {
      const { subject, event } = assumption
      return { ...base, type: 'MILESTONE_RECORD', subject, event, happened: true }
    }
    if ('stage' in assumption) {
      return {
        ...base,
        type: 'STAGE_CHANGE',
        project: assumption.project,
        stage: assumption.stage,
      }
    }
    const { of, value } = assumption
    const reporter = assumption.reporter ?? usualReporter(view, of)
    return { ...base, type: 'OBSERVATION', of, value, reporter, state: 'APPROVED' }
  })
}

/** A value by another reporter would be added to what is there instead of taking its place. */
function usualReporter(view: PlanView, of: Observation['of']): string {
  const reporters = new Set(view.observations(of).map(({ fact }) => fact.reporter))
  const [only] = reporters
  if (only !== undefined && reporters.size === 1) return only
  const responsible =
    of.kind === 'INDICATOR'
      ? view.commitment(`indicator/${of.code}`)?.responsible
      : view.project(of.code)?.responsible
  return responsible?.find(({ role }) => role === 'LEAD')?.unit ?? only ?? 'hypothesis'
}
