import { type Lang, type Text, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import type { PlanRow, Storage } from '@duban/storage'
import type { DimensionKey } from './breakdown-filter.ts'
import { valuesWithLabels } from './key-label.ts'

/** What a person calls a group of a breakdown that no facts were read for. */
export type NameGroup = (key: DimensionKey, lang: Lang) => string | null | Promise<string | null>

/**
 * Names groups by the plans' rows, read once, and only where a plan or a district is to be named. Other codes, which
 * each plan gives a name of its own, stand for themselves.
 */
export function nameGroups(
  storage: Storage,
  keys: readonly DimensionKey[],
  limit: number,
): NameGroup {
  let names: Promise<ReadonlyMap<string, Text>> | undefined
  return ({ dimension, value }, lang) => {
    if (value === null) return null
    if (valuesWithLabels.has(dimension)) return labelOf(value, lang)
    if (dimension !== 'PLAN' && dimension !== 'DISTRICT') return value
    names ??= readNames(storage, keys, limit)
    return names.then((read) => {
      const name = read.get(nameKey(dimension, value))
      return name ? textIn(name, lang) : value
    })
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
