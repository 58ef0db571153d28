import { builder } from './builder.ts'
import { enumFilter } from './filters.ts'

export const ProjectKindEnum = builder.enumType('ProjectKind', {
  description: 'What a plan counts a project as (项目类型).',
  values: {
    NEW_START: { description: 'To be started this year (新开工).' },
    CONTINUING: { description: 'Started before and going on (续建).' },
    PRELIMINARY: { description: 'In preparation (前期).' },
  } as const,
})

export const ProjectStageEnum = builder.enumType('ProjectStage', {
  description:
    'How far a project has come (项目阶段), in this order; the last two stand outside it.',
  values: {
    PROPOSED: { description: 'Thought of (谋划).' },
    PREPARING: { description: 'Being prepared (前期).' },
    PREPARED: { description: 'Preparation finished (前期完成).' },
    CLEARED: { description: 'All procedures but bidding done (手续完备).' },
    STARTED: { description: 'Started (开工).' },
    COMPLETED: { description: 'Finished (竣工).' },
    IN_USE: { description: 'In use (投用).' },
    SUSPENDED: { description: 'Stopped for the time being (停工).' },
    CANCELLED: { description: 'Given up (取消).' },
  } as const,
})

export const ProjectKindFilter = enumFilter(ProjectKindEnum, '项目类型')
export const ProjectStageFilter = enumFilter(ProjectStageEnum, '项目阶段')
