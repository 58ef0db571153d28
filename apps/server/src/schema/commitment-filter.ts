import type { CommitmentField, CommitmentOrderField } from '@duban/storage'
import type { FilterInput } from '../filtering/condition.ts'
import { builder } from './builder.ts'
import {
  CommitmentKindFilter,
  LightFilter,
  ModalityFilter,
  SeverityFilter,
  StatusFilter,
} from './commitment-enums.ts'
import { BooleanFilter, DateFilter, IntFilter, StringFilter } from './filters.ts'
import { orderInput } from './order.ts'

import { ProjectKindFilter, ProjectStageFilter } from './project-enums.ts'

/** The fields of a commitment that can be asked for, in one plan and across plans. */
export const commitmentFields = [
  'plan',
  'district',
  'year',
  'synthetic',
  'code',
  'title',
  'kind',
  'status',
  'light',
  'task',
  'plate',
  'project',
  'projectKind',
  'projectStage',
  'theme',
  'rule',
  'severity',
  'modality',
  'unit',
  'anyUnit',
  'dueOn',
] as const satisfies readonly CommitmentField[]

export type CommitmentFilterField = (typeof commitmentFields)[number]
export type CommitmentFilterInput = FilterInput<CommitmentFilterField>

export const CommitmentFilter = builder.inputRef<CommitmentFilterInput>('CommitmentFilter')

CommitmentFilter.implement({
  description:
    'Which commitments are asked for (承诺事项筛选). All that is given must hold; status and light are those of the view.',
  fields: (t) => ({
    and: t.field({ type: [CommitmentFilter], description: 'All of these hold (且).' }),
    or: t.field({ type: [CommitmentFilter], description: 'One of these holds (或).' }),
    not: t.field({ type: CommitmentFilter, description: 'This does not hold (非).' }),
    plan: t.field({ type: StringFilter, description: 'Code of the plan (工作计划).' }),
    district: t.field({ type: StringFilter, description: 'Code of the plan’s district (区县).' }),
    year: t.field({ type: IntFilter, description: 'The plan’s year (年度).' }),
    synthetic: t.field({
      type: BooleanFilter,
      description: 'Whether the plan is simulated (模拟数据).',
    }),
    code: t.field({ type: StringFilter, description: 'Its code (代码).' }),
    title: t.field({ type: StringFilter, description: 'Its Chinese title (中文名称).' }),
    kind: t.field({ type: CommitmentKindFilter, description: 'What it is (类型).' }),
    status: t.field({ type: StatusFilter, description: 'Its state (状态).' }),
    light: t.field({ type: LightFilter, description: 'Its light (灯).' }),
    task: t.field({ type: StringFilter, description: 'Code of its task (重点工作).' }),
    plate: t.field({ type: StringFilter, description: 'Code of its plate (板块).' }),
    project: t.field({ type: StringFilter, description: 'Code of its project (项目).' }),
    projectKind: t.field({
      type: ProjectKindFilter,
      description: 'What the plan counts its project as (项目类型).',
    }),
    projectStage: t.field({
      type: ProjectStageFilter,
      description: 'How far its project has come (项目阶段).',
    }),
    theme: t.field({ type: StringFilter, description: 'Code of its theme (路径).' }),
    rule: t.field({ type: StringFilter, description: 'Code of the rule that makes it (规则).' }),
    severity: t.field({ type: SeverityFilter, description: 'The rule’s severity (严重程度).' }),
    modality: t.field({
      type: ModalityFilter,
      description: 'How firmly it is promised (承诺力度).',
    }),
    unit: t.field({ type: StringFilter, description: 'Code of a unit in the lead (牵头单位).' }),
    anyUnit: t.field({
      type: StringFilter,
      description: 'Code of a unit with any part in it (任一责任单位).',
    }),
    dueOn: t.field({ type: DateFilter, description: 'When it is due (完成期限).' }),
  }),
})

export const CommitmentOrderFieldEnum = builder.enumType('CommitmentOrderField', {
  description: 'What commitments are ordered by (承诺事项排序字段).',
  values: {
    PLAN: { value: 'plan', description: 'Code of the plan (工作计划).' },
    DISTRICT: { value: 'district', description: 'Code of the district (区县).' },
    YEAR: { value: 'year', description: 'The plan’s year (年度).' },
    CODE: { value: 'code', description: 'Its code (代码).' },
    KIND: { value: 'kind', description: 'What it is (类型).' },
    STATUS: { value: 'status', description: 'Its state, by name (状态).' },
    LIGHT: { value: 'light', description: 'Its light, by name (灯).' },
    TASK: { value: 'task', description: 'Code of its task (重点工作).' },
    PLATE: { value: 'plate', description: 'Code of its plate (板块).' },
    PROJECT: { value: 'project', description: 'Code of its project (项目).' },
    THEME: { value: 'theme', description: 'Code of its theme (路径).' },
    RULE: { value: 'rule', description: 'Code of its rule (规则).' },
    SEVERITY: { value: 'severity', description: 'The rule’s severity, by name (严重程度).' },
    MODALITY: { value: 'modality', description: 'How firmly it is promised, by name (承诺力度).' },
    UNIT: { value: 'unit', description: 'Code of the unit in the lead (牵头单位).' },
    DUE_ON: { value: 'dueOn', description: 'When it is due (完成期限).' },
  } as const satisfies Record<string, { value: CommitmentOrderField; description: string }>,
})

export const CommitmentOrder = orderInput(
  'CommitmentOrder',
  CommitmentOrderFieldEnum,
  'One step of an order of commitments (承诺事项排序). Ties go by plan and id.',
)
