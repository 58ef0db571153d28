import { type Lang, type Text, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import type { PlanRow, Storage } from '@duban/storage'
import type { DimensionKey } from './breakdown-filter.ts'
import { labelOfKey, plansOfRow, valuesWithLabels } from './key-label.ts'
import type { PlanAt } from './plan-at.ts'

/** What a person calls a group of a breakdown that no facts were read for. */
export type NameGroup = (key: DimensionKey, lang: Lang) => string | null | Promise<string | null>

/**
 * Names the groups of rows that no facts were read for: plans and districts by the plans' rows, read once, and only
 * where one is to be named; other codes, which each plan gives a name of its own, as the plans agree that `readPlans`
 * answers, and by themselves where it answers none.
 */
export function nameGroups(
  storage: Storage,
  keys: readonly DimensionKey[],
  limit: number,
  readPlans: () => Promise<readonly PlanAt[]>,
): (row: readonly DimensionKey[]) => NameGroup {
  let names: Promise<ReadonlyMap<string, Text>> | undefined
  let plans: Promise<readonly PlanAt[]> | undefined
  return (row) => async (key, lang) => {
    const { dimension, value } = key
    if (value === null) return null
    if (valuesWithLabels.has(dimension)) return labelOf(value, lang)
    if (dimension === 'YEAR' || dimension === 'DUE_MONTH') return value
    if (dimension !== 'PLAN' && dimension !== 'DISTRICT') {
      plans ??= readPlans()
      return labelOfKey(plansOfRow(await plans, row), dimension, value, lang)
    }
    names ??= readNames(storage, keys, limit)
    const name = (await names).get(nameKey(dimension, value))
    return name ? textIn(name, lang) : value
  }
}

async function readNames(
  storage: Storage,
  keys: readonly DimensionKey[],
  limit: number,
): Promise<ReadonlyMap<string, Text>> {
  const valuesOf = (wanted: DimensionKey['dimension']) => [
    ...new Set(
      keys.flatMap(({ dimension, value }) => (dimension === wanted && value !== null ? value : [])),
    ),
  ]
  const { edges } = await storage.findPlans({
    where: {
      or: [
        { field: 'code', in: valuesOf('PLAN') },
        { field: 'district', in: valuesOf('DISTRICT') },
      ],
    },
    // The latest name of a district is the one that stays.
    orderBy: [{ field: 'year', descending: true }],
    page: { first: limit },
  })
  return new Map(edges.toReversed().flatMap(({ row }) => namesIn(row)))
}

function namesIn(row: PlanRow): readonly (readonly [string, Text])[] {
  return [
    [nameKey('PLAN', row.code), row.title],
    [nameKey('DISTRICT', row.district), row.districtName],
  ]
}

function nameKey(dimension: 'PLAN' | 'DISTRICT', value: string): string {
  return JSON.stringify([dimension, value])
}
