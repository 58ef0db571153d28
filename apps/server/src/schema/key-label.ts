import { type Lang, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import type { DimensionKey } from './breakdown-filter.ts'
import type { DimensionName } from './dimension.ts'
import type { PlanAt } from './plan-at.ts'

/**
 * What a person calls a group of a breakdown among some plans; the value itself where there is no plan to ask or they
 * call it by several names; null where it has no name, or gathers what has no value.
 */
export function labelOfKey(
  plans: readonly PlanAt[],
  dimension: DimensionName,
  key: string | null,
  lang: Lang,
): string | null {
  if (key === null) return null
  if (valuesWithLabels.has(dimension)) return labelOf(key, lang)
  const labels = new Set(plans.flatMap((at) => labelInPlan(at, dimension, key, lang) ?? []))
  if (plans.length === 0 || labels.size > 1) return key
  const [label = null] = labels
  return label
}

/** Those of the plans that the keys of a row leave. */
export function plansOfRow(
  plans: readonly PlanAt[],
  keys: readonly DimensionKey[],
): readonly PlanAt[] {
  return plans.filter(({ facts, plan }) =>
    keys.every(({ dimension, value }) => {
      if (dimension === 'PLAN') return value === facts.code
      if (dimension === 'DISTRICT') return value === plan.district.code
      return dimension !== 'YEAR' || value === plan.period.start.slice(0, 4)
    }),
  )
}

/** Dimensions whose values every plan calls the same. */
export const valuesWithLabels: ReadonlySet<DimensionName> = new Set([
  'PROJECT_STAGE',
  'PROJECT_KIND',
  'KIND',
  'STATUS',
  'LIGHT',
  'MODALITY',
  'SEVERITY',
])

function labelInPlan(
  { plan, facts }: PlanAt,
  dimension: DimensionName,
  key: string,
  lang: Lang,
): string | null {
  const coded = (one: { readonly code: string }): boolean => one.code === key
  switch (dimension) {
    case 'PLAN':
      return key === facts.code ? textIn(plan.title, lang) : null
    case 'DISTRICT':
      return key === plan.district.code ? textIn(plan.district.name, lang) : null
    case 'TASK':
      return inLang(plan.tasks.find(coded)?.title, lang)
    case 'PLATE':
      return inLang(plan.plates.find(coded)?.name, lang)
    case 'THEME':
      return inLang(plan.themes.find(coded)?.title, lang)
    case 'UNIT':
      return inLang(plan.units.find(coded)?.name, lang)
    case 'PROJECT':
      return inLang(plan.projects.find(coded)?.name, lang)
    case 'RULE':
      return inLang(plan.rules.find(coded)?.title, lang)
    case 'YEAR':
    case 'DUE_MONTH':
    case 'PROJECT_STAGE':
    case 'PROJECT_KIND':
    case 'KIND':
    case 'STATUS':
    case 'LIGHT':
    case 'MODALITY':
    case 'SEVERITY':
      return key
  }
}

function inLang(text: Parameters<typeof textIn>[0] | undefined, lang: Lang): string | null {
  return text ? textIn(text, lang) : null
}
