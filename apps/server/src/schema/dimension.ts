import { builder } from './builder.ts'

export const DimensionEnum = builder.enumType('Dimension', {
  description: 'What a breakdown groups by (维度).',
  values: {
    PLAN: { description: 'The plan (工作计划).' },
    DISTRICT: { description: 'The plan’s district (区县).' },
    YEAR: { description: 'The plan’s year (年度).' },
    TASK: { description: 'The task (重点工作).' },
    PLATE: { description: 'The plate (板块).' },
    THEME: { description: 'The theme (路径).' },
    UNIT: { description: 'The unit in the lead (牵头单位).' },
    PROJECT: { description: 'The project (项目), by its code within its plan.' },
    PROJECT_STAGE: { description: 'How far the project has come (项目阶段).' },
    PROJECT_KIND: {
      description: 'What the plan counts the project as (项目类型).',
    },
    KIND: { description: 'Indicator, milestone or obligation (类型).' },
    STATUS: { description: 'The status (状态).' },
    LIGHT: { description: 'The light (灯).' },
    MODALITY: { description: 'How firmly it is promised (承诺力度).' },
    SEVERITY: { description: 'The rule’s severity (严重程度).' },
    DUE_MONTH: { description: 'The month in which it is due, YYYY-MM (到期月份).' },
    RULE: { description: 'The rule that makes it (规则).' },
  } as const,
})

export type DimensionName = typeof DimensionEnum.$inferType

export const MeasureEnum = builder.enumType('Measure', {
  description: 'What a breakdown counts (度量).',
  values: {
    COUNT: { description: 'How many commitments (数量).' },
    BY_STATUS: { description: 'How many of each status (按状态计数).' },
    BY_LIGHT: { description: 'How many of each light (按灯计数).' },
    TARGET: { description: 'Sum of targets where the units agree (目标值合计).' },
    ACTUAL: { description: 'Sum of actual values where the units agree (实际值合计).' },
    ACHIEVED: { description: 'Weighted mean achieved, with its coverage (完成率).' },
    INVESTMENT: { description: 'Money of the projects behind them (投资).' },
    SCORE: { description: 'Points by the plan’s policy (得分).' },
    DAYS_LATE: { description: 'Days late, added up (逾期天数合计).' },
  } as const,
})

export type MeasureName = typeof MeasureEnum.$inferType
