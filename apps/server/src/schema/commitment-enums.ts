import { builder } from './builder.ts'
import { enumFilter } from './filters.ts'
import { ModalityEnum } from './modality.ts'

export const CommitmentKindEnum = builder.enumType('CommitmentKind', {
  description: 'What a commitment is (承诺事项类型).',
  values: {
    INDICATOR: { description: 'A quantity with a target (指标).' },
    MILESTONE: { description: 'A dated event (节点).' },
    OBLIGATION: { description: 'A rule applied to one subject (督办事项).' },
  } as const,
})

export const StatusEnum = builder.enumType('Status', {
  description:
    'The state of a commitment, a fact with no opinion in it (状态). The first that fits holds.',
  values: {
    WAIVED: { description: 'Excused by an approved waiver (免除).' },
    MET: { description: 'Fulfilled, by the due date (已完成).' },
    MET_LATE: { description: 'Fulfilled, but not at the due date (逾期完成).' },
    OVERDUE: { description: 'The due date has passed and it is not fulfilled (逾期).' },
    DUE_SOON: { description: 'Due within the warning window (即将到期).' },
    UNKNOWN: { description: 'Nothing is known to judge it by (未知).' },
    PENDING: { description: 'Due later (未到期).' },
  } as const,
})

export const LightEnum = builder.enumType('Light', {
  description: 'A policy’s judgement of an assessment (灯).',
  values: {
    GREEN: { description: 'As it should be (绿灯).' },
    BLUE: { description: 'To be watched (蓝灯).' },
    YELLOW: { description: 'A warning (黄灯).' },
    RED: { description: 'Seriously late or behind (红灯).' },
    GREY: { description: 'Not judged (灰灯).' },
  } as const,
})

export const PaceEnum = builder.enumType('Pace', {
  description: 'How an indicator stands against what was expected by now (进度).',
  values: {
    AHEAD: { description: 'More than was expected (超序时).' },
    ON_PACE: { description: 'As expected (达序时).' },
    BEHIND: { description: 'Less than was expected (滞后).' },
    UNKNOWN: { description: 'One of the two is not known (未知).' },
  } as const,
})

export const SeverityEnum = builder.enumType('Severity', {
  description: 'How grave the breach of a rule is (严重程度).',
  values: {
    INFO: { description: 'To be noted (提示).' },
    WARNING: { description: 'A warning (警告).' },
    CRITICAL: { description: 'Grave (严重).' },
  } as const,
})

export const SubjectKindEnum = builder.enumType('SubjectKind', {
  description: 'What a milestone, an event or a rule is about (对象类型).',
  values: {
    PLAN: { description: 'The plan itself (工作计划).' },
    TASK: { description: 'A task (重点工作).' },
    PLATE: { description: 'A plate (板块).' },
    PROJECT: { description: 'A project (项目).' },
    INDICATOR: { description: 'An indicator (指标).' },
    MILESTONE: { description: 'A milestone (节点).' },
  } as const,
})

export const CommitmentKindFilter = enumFilter(CommitmentKindEnum, '承诺事项类型')
export const StatusFilter = enumFilter(StatusEnum, '状态')
export const LightFilter = enumFilter(LightEnum, '灯')
export const SeverityFilter = enumFilter(SeverityEnum, '严重程度')
export const ModalityFilter = enumFilter(ModalityEnum, '承诺力度')
