import { builder } from './builder.ts'

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Which way a quantity is meant to go (方向).',
  values: {
    INCREASE: { description: 'Up (增加).' },
    DECREASE: { description: 'Down (减少).' },
    MAINTAIN: { description: 'Stay (保持).' },
  } as const,
})

export const ComparatorEnum = builder.enumType('Comparator', {
  description: 'How the actual value is held against the target (比较方式).',
  values: {
    AT_LEAST: { description: 'The target or more (不低于).' },
    AT_MOST: { description: 'The target or less (不高于).' },
    EXACTLY: { description: 'The target itself (等于).' },
    BETWEEN: { description: 'From target to targetUpper, both included (介于).' },
  } as const,
})

export const AccumulationEnum = builder.enumType('Accumulation', {
  description: 'How the observations of an indicator combine (累计方式).',
  values: {
    CUMULATIVE: { description: 'Running totals: the latest counts (累计值).' },
    PERIODIC: { description: 'Amounts per period: they add up (当期值).' },
    LEVEL: { description: 'A state: the latest counts (时点值).' },
    RATIO: { description: 'Two indicators: parts are added, then divided (比率).' },
    DERIVED: { description: 'Counted or summed over the projects in view (由项目汇总).' },
  } as const,
})

export const PaceKindEnum = builder.enumType('PaceKind', {
  description: 'What is expected of an indicator before it is due (序时要求).',
  values: {
    LINEAR: { description: 'In step with time (按序时进度).' },
    CHECKPOINTS: { description: 'Dated values, linear between them (按节点值).' },
    AT_DUE: { description: 'Nothing before the due date (到期考核).' },
  } as const,
})

export const FulfilmentEnum = builder.enumType('Fulfilment', {
  description: 'When an indicator counts as fulfilled (完成判定).',
  values: {
    REACH: { description: 'As soon as it holds (达到即完成).' },
    HOLD: { description: 'If it holds at the due date (到期时达到).' },
    THROUGHOUT: { description: 'If it was never breached (全程不得突破).' },
  } as const,
})

export const AggregateEnum = builder.enumType('Aggregate', {
  description: 'How an indicator is computed over projects (汇总方式).',
  values: {
    COUNT: { description: 'How many (计数).' },
    SUM: { description: 'The sum of a field (求和).' },
  } as const,
})
