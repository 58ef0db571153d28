import type { Comparable } from '@duban/storage'
import type { EnumRef } from '@pothos/core'
import { type BuilderTypes, builder } from './builder.ts'

const orderedOperators = {
  lt: 'Less than this (小于).',
  lte: 'At most this (不大于).',
  gt: 'Greater than this (大于).',
  gte: 'At least this (不小于).',
} as const

const eqDescription = 'Equal to this (等于); null finds what has no value (无值).'
const inDescription = 'One of these (属于).'

export const StringFilter = builder.inputType('StringFilter', {
  description: 'Conditions on a text (文本条件); all that are given must hold.',
  fields: (t) => ({
    eq: t.string({ description: eqDescription }),
    in: t.stringList({ description: inDescription }),
    lt: t.string({ description: orderedOperators.lt }),
    lte: t.string({ description: orderedOperators.lte }),
    gt: t.string({ description: orderedOperators.gt }),
    gte: t.string({ description: orderedOperators.gte }),
    contains: t.string({ description: 'Has this in it, letter for letter (包含).' }),
  }),
})

export const DateFilter = builder.inputType('DateFilter', {
  description: 'Conditions on a date (日期条件); all that are given must hold.',
  fields: (t) => ({
    eq: t.field({ type: 'Date', description: eqDescription }),
    in: t.field({ type: ['Date'], description: inDescription }),
    lt: t.field({ type: 'Date', description: 'Before this (早于).' }),
    lte: t.field({ type: 'Date', description: 'On this or before (不晚于).' }),
    gt: t.field({ type: 'Date', description: 'After this (晚于).' }),
    gte: t.field({ type: 'Date', description: 'On this or after (不早于).' }),
  }),
})

export const DateTimeFilter = builder.inputType('DateTimeFilter', {
  description: 'Conditions on an instant (时刻条件); all that are given must hold.',
  fields: (t) => ({
    eq: t.field({ type: 'DateTime', description: eqDescription }),
    lt: t.field({ type: 'DateTime', description: 'Before this (早于).' }),
    lte: t.field({ type: 'DateTime', description: 'At this or before (不晚于).' }),
    gt: t.field({ type: 'DateTime', description: 'After this (晚于).' }),
    gte: t.field({ type: 'DateTime', description: 'At this or after (不早于).' }),
  }),
})

export const IntFilter = builder.inputType('IntFilter', {
  description: 'Conditions on a whole number (整数条件); all that are given must hold.',
  fields: (t) => ({
    eq: t.int({ description: eqDescription }),
    in: t.intList({ description: inDescription }),
    lt: t.int({ description: orderedOperators.lt }),
    lte: t.int({ description: orderedOperators.lte }),
    gt: t.int({ description: orderedOperators.gt }),
    gte: t.int({ description: orderedOperators.gte }),
  }),
})

export const DecimalFilter = builder.inputType('DecimalFilter', {
  description: 'Conditions on a decimal (数值条件); all that are given must hold.',
  fields: (t) => ({
    eq: t.field({ type: 'Decimal', description: eqDescription }),
    lt: t.field({ type: 'Decimal', description: orderedOperators.lt }),
    lte: t.field({ type: 'Decimal', description: orderedOperators.lte }),
    gt: t.field({ type: 'Decimal', description: orderedOperators.gt }),
    gte: t.field({ type: 'Decimal', description: orderedOperators.gte }),
  }),
})

export const BooleanFilter = builder.inputType('BooleanFilter', {
  description: 'A condition on yes or no (是否条件).',
  fields: (t) => ({ eq: t.boolean({ description: 'Equal to this (等于).' }) }),
})

/** The filter on a field of an enum. */
export function enumFilter<Value extends Comparable>(
  ref: EnumRef<BuilderTypes, Value>,
  zh: string,
) {
  return builder.inputType(`${ref.name}Filter`, {
    description: `Conditions on a ${ref.name} (${zh}条件); all that are given must hold.`,
    fields: (t) => ({
      eq: t.field({ type: ref, description: eqDescription }),
      in: t.field({ type: [ref], description: inDescription }),
    }),
  })
}

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description:
    'Which way a list is ordered (排序方向). What has no value comes last in ascending order.',
  values: {
    ASC: { description: 'The smallest or earliest first (升序).' },
    DESC: { description: 'The greatest or latest first (降序).' },
  } as const,
})
