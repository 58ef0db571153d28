import type { Observation, ObservationInView } from '@duban/domain'
import { conditionOf, type FilterInput } from '../filtering/condition.ts'
import { holds } from '../filtering/holds.ts'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import type { PageArgs } from '../paging/page-request.ts'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { DateFilter, DateTimeFilter, enumFilter, StringFilter } from './filters.ts'
import { IndicatorRef } from './indicator.ts'
import { MeasureUnitRef } from './measure-unit.ts'
import { measureUnitIn } from './measure-unit-in.ts'
import { nodeType } from './node.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { ProjectRef } from './project.ts'
import { UnitRef, unitOf } from './unit.ts'

export type ObservationShape = InPlan<'Observation', ObservationInView>

export const ObservationRef = builder.objectRef<ObservationShape>('Observation')
export const ObservationConnection = connectionType(ObservationRef, '进展')

const ReviewStateEnum = builder.enumType('ReviewState', {
  description:
    'Where a report stands in its review (审核状态). Only approved ones are judged, unless the view includes submitted ones.',
  values: {
    DRAFT: { description: 'Not sent yet (草稿).' },
    SUBMITTED: { description: 'Sent in (已报).' },
    APPROVED: { description: 'Found good (已审).' },
    RETURNED: { description: 'Sent back with a reason (退回).' },
  } as const,
})

const observationShape = (at: PlanAt, of: ObservationInView) => inPlan('Observation', at, of)

nodeType(ObservationRef, {
  description:
    'A reported value, effective on a date, recorded at an instant (进展 / 观测). A correction is a new one.',
  keyOf: ({ of }) => of.fact.id,
  find: (at, id) => {
    const found = at.view.observation(id)
    return found ? observationShape(at, found) : null
  },
})

builder.objectFields(ObservationRef, (t) => ({
  value: t.field({
    type: 'Decimal',
    description: 'The value reported (数值).',
    resolve: ({ of }) => of.fact.value,
  }),
  unit: t.field({
    type: MeasureUnitRef,
    nullable: true,
    description: 'The unit it is in (计量单位): the indicator’s, or the project’s investment unit.',
    resolve: ({ at, of: { fact } }) => measureUnitIn(at, unitCodeOf(at, fact)),
  }),
  effectiveOn: t.field({
    type: 'Date',
    description: 'The date it is true for (数据日期).',
    resolve: ({ of }) => of.fact.effectiveOn,
  }),
  recordedAt: t.field({
    type: 'DateTime',
    description: 'When it was learnt (记录时刻).',
    resolve: ({ of }) => of.fact.recordedAt,
  }),
  recordedBy: t.string({
    description: 'Who recorded it (记录人).',
    resolve: ({ of }) => of.fact.recordedBy,
  }),
  reporter: t.field({
    type: UnitRef,
    nullable: true,
    description: 'The unit that reports (填报单位); null where the plan does not describe it.',
    resolve: ({ at, of }) => unitOf(at, of.fact.reporter),
  }),
  reporterCode: t.string({
    description: 'The code of that unit (填报单位代码).',
    resolve: ({ of }) => of.fact.reporter,
  }),
  reviewState: t.field({
    type: ReviewStateEnum,
    description: 'Where it stands in its review (审核状态).',
    resolve: ({ of }) => of.reviewState,
  }),
  returnedBecause: t.string({
    nullable: true,
    description: 'Why it was sent back (退回原因).',
    resolve: ({ of }) => of.review?.reason ?? null,
  }),
  counts: t.boolean({
    description: 'Whether this view judges by it (是否计入).',
    resolve: ({ of }) => of.counts,
  }),
  supersedes: t.field({
    type: ObservationRef,
    nullable: true,
    description: 'The one it corrects (更正前).',
    resolve: ({ at, of }) => observationWith(at, of.fact.supersedes),
  }),
  supersededBy: t.field({
    type: ObservationRef,
    nullable: true,
    description: 'The one that corrects it (更正后).',
    resolve: ({ at, of }) => observationWith(at, of.supersededBy),
  }),
  note: t.string({
    nullable: true,
    description: 'What its reporter says of it (备注).',
    resolve: ({ of }) => of.fact.note ?? null,
  }),
  evidence: t.string({
    nullable: true,
    description: 'Where the evidence is (佐证).',
    resolve: ({ of }) => of.fact.evidence ?? null,
  }),
  synthetic: t.boolean({
    description: 'Whether it is simulated (模拟数据).',
    resolve: ({ of }) => of.fact.synthetic ?? false,
  }),
}))

/** The observation with an id, or null where the view has none. */
export function observationWith(
  at: PlanAt,
  id: string | null | undefined,
): ObservationShape | null {
  const found = id ? at.view.observation(id) : undefined
  return found ? observationShape(at, found) : null
}

function unitCodeOf({ view }: PlanAt, { of }: Observation): string | undefined {
  if (of.kind === 'PROJECT') return view.project(of.code)?.investment?.unit
  return view.indicators.find(({ code }) => code === of.code)?.definition.unit
}

const fields = ['reviewState', 'reporter', 'effectiveOn', 'recordedAt'] as const
type ObservationField = (typeof fields)[number]

const ObservationFilter = builder.inputRef<FilterInput<ObservationField>>('ObservationFilter')

ObservationFilter.implement({
  description: 'Which reports are asked for (进展筛选). All that is given must hold.',
  fields: (t) => ({
    and: t.field({ type: [ObservationFilter], description: 'All of these hold (且).' }),
    or: t.field({ type: [ObservationFilter], description: 'One of these holds (或).' }),
    not: t.field({ type: ObservationFilter, description: 'This does not hold (非).' }),
    reviewState: t.field({
      type: enumFilter(ReviewStateEnum, '审核状态'),
      description: 'Where it stands in its review (审核状态).',
    }),
    reporter: t.field({
      type: StringFilter,
      description: 'Code of the unit that reports (填报单位).',
    }),
    effectiveOn: t.field({ type: DateFilter, description: 'The date it is true for (数据日期).' }),
    recordedAt: t.field({ type: DateTimeFilter, description: 'When it was learnt (记录时刻).' }),
  }),
})

const listArgs = builder.args((t) => ({
  filter: t.field({ type: ObservationFilter, description: 'Which ones (筛选); all unless given.' }),
}))

function listOf(
  at: PlanAt,
  of: Observation['of'],
  args: PageArgs & { readonly filter?: FilterInput<ObservationField> | null | undefined },
  limits: Limits,
) {
  const condition = conditionOf(args.filter, fields)
  const found = at.view
    .observations(of)
    .filter((one) => !condition || holds(condition, (field) => fieldOf(one, field)))
    .map((one) => observationShape(at, one))
  return connectionOfList(
    inOrderGiven(found, (one) => one.of.fact.id),
    args,
    limits,
  )
}

function fieldOf({ fact, reviewState }: ObservationInView, field: ObservationField): string {
  return field === 'reviewState' ? reviewState : fact[field]
}

builder.objectField(IndicatorRef, 'observations', (t) =>
  t.connection(
    {
      type: ObservationRef,
      args: listArgs,
      complexity: pageCost,
      description: 'What was reported of it, in the order in which it takes effect (进展).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, { kind: 'INDICATOR', code: of.code }, args, limits),
    },
    ObservationConnection,
  ),
)

builder.objectField(ProjectRef, 'observations', (t) =>
  t.connection(
    {
      type: ObservationRef,
      args: listArgs,
      complexity: pageCost,
      description: 'What was reported of its investment done this year (投资进展).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, { kind: 'PROJECT', code: of.code }, args, limits),
    },
    ObservationConnection,
  ),
)
