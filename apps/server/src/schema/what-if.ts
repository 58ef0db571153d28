import { createHash } from 'node:crypto'
import { type Assumption, hypotheticalFacts, type SubjectRef } from '@duban/domain'
import { refuse } from '../errors/refuse.ts'
import { planAt } from '../plan-views.ts'
import { builder } from './builder.ts'
import { SubjectKindEnum } from './commitment-enums.ts'
import { PlanRef, planShape } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { ProjectStageEnum } from './project-enums.ts'
import { isSubjectOf } from './subject.ts'

const AssumedObservation = builder.inputType('AssumedObservation', {
  description:
    'A value that an indicator, or a project’s investment done this year, might have (假设进展).',
  fields: (t) => ({
    indicator: t.string({ description: 'Code of the indicator (指标); or else name a project.' }),
    project: t.string({ description: 'Code of the project (项目); or else name an indicator.' }),
    value: t.field({
      type: 'Decimal',
      required: true,
      description: 'The value, in its own unit (数值).',
    }),
    on: t.field({
      type: 'Date',
      required: true,
      description: 'The date it would be true for (日期).',
    }),
    reporter: t.string({ description: 'Code of the unit that would report it (填报单位).' }),
  }),
})

const AssumedMilestone = builder.inputType('AssumedMilestone', {
  description: 'An event that might happen (假设节点): a milestone’s, or one of a subject.',
  fields: (t) => ({
    milestone: t.string({
      description: 'Code of the milestone (节点); or else name a subject and an event.',
    }),
    subject: t.field({ type: SubjectKindEnum, description: 'What it would happen to (对象类型).' }),
    code: t.string({ description: 'Code of that subject (对象代码).' }),
    event: t.string({ description: 'Code of the event type (事件类型).' }),
    on: t.field({ type: 'Date', required: true, description: 'When it would happen (日期).' }),
  }),
})

const AssumedStage = builder.inputType('AssumedStage', {
  description: 'A stage that a project might enter (假设阶段).',
  fields: (t) => ({
    project: t.string({ required: true, description: 'Code of the project (项目).' }),
    stage: t.field({ type: ProjectStageEnum, required: true, description: 'The stage (阶段).' }),
    on: t.field({ type: 'Date', required: true, description: 'When it would enter it (日期).' }),
  }),
})

builder.objectField(PlanRef, 'whatIf', (t) =>
  t.field({
    type: PlanRef,
    args: {
      observations: t.arg({ type: [AssumedObservation], description: 'Values (假设进展).' }),
      milestones: t.arg({ type: [AssumedMilestone], description: 'Events (假设节点).' }),
      stages: t.arg({ type: [AssumedStage], description: 'Stages of projects (假设阶段).' }),
    },
    complexity: 100,
    description:
      'The same plan in the same view with hypothetical facts (假设推演). Nothing is saved; its objects have ids that bring nothing back.',
    resolve: ({ at }, { observations, milestones, stages }, { now }) => {
      const assumptions: Assumption[] = [
        ...(observations ?? []).map(({ indicator, project, value, on, reporter }) => {
          const of = indicator
            ? ({ kind: 'INDICATOR', code: indicator } as const)
            : project
              ? ({ kind: 'PROJECT', code: project } as const)
              : undefined
          if (of === undefined || (indicator && project)) {
            throw refuse('INCOMPLETE_ASSUMPTION', { expected: 'indicator | project' })
          }
          checkSubject(at, of)
          return { of, value, on, ...(reporter ? { reporter } : {}) }
        }),
        ...(milestones ?? []).map(({ milestone, subject, code, event, on }) => {
          if (milestone) {
            checkSubject(at, { kind: 'MILESTONE', code: milestone })
            return assumedOf(at.plan.milestones, milestone, at.facts.code, on)
          }
          if (subject && code && event) {
            checkSubject(at, { kind: subject, code })
            return { subject: { kind: subject, code }, event, on }
          }
          throw refuse('INCOMPLETE_ASSUMPTION', { expected: 'milestone | subject, code, event' })
        }),
        ...(stages ?? []).map(({ project, stage, on }) => {
          checkSubject(at, { kind: 'PROJECT', code: project })
          return { project, stage, on }
        }),
      ]
      const hypothetical = hypotheticalFacts(at.view, assumptions)
      const facts = { ...at.facts, facts: [...at.facts.facts, ...hypothetical] }
      const hypothesis = digestOf([at.choice.hypothesis, assumptions])
      const supposed = planAt(facts, { ...at.choice, asOf: at.asOf, hypothesis }, now)
      return planShape(supposed ?? at)
    },
  }),
)

/** Throws the refusal of an assumption about what the plan does not hold: it would change nothing, and not say so. */
function checkSubject(at: PlanAt, subject: SubjectRef): void {
  if (isSubjectOf(at, subject)) return
  throw refuse('ASSUMED_OF_NOTHING', { of: subject.kind, value: subject.code })
}

/** The event that a milestone waits for; one without an event is its own. */
function assumedOf(
  milestones: readonly {
    readonly code: string
    readonly subject?: { readonly kind: typeof SubjectKindEnum.$inferType; readonly code: string }
    readonly event?: string
  }[],
  code: string,
  plan: string,
  on: string,
): Assumption {
  const milestone = milestones.find((one) => one.code === code)
  if (!milestone?.event) return { subject: { kind: 'MILESTONE', code }, event: 'met', on }
  return { subject: milestone.subject ?? { kind: 'PLAN', code: plan }, event: milestone.event, on }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)
}
