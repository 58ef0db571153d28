import type { Fact, PlanHeader } from '@duban/domain'

/** What the plan table says of a plan, as its latest PLAN definition among these facts has it. */
export function headerIn(facts: readonly Fact[]): PlanHeader | null {
  for (const fact of facts.toReversed()) {
    if (fact.type === 'DEFINITION' && 'set' in fact.change && fact.change.set.kind === 'PLAN') {
      return fact.change.set.value
    }
  }
  return null
}

/** The columns of the plan table that a header decides, as placeholder values. */
export function headerColumns(header: PlanHeader) {
  return {
    titleZh: header.title.zh,
    titleEn: header.title.en ?? null,
    district: header.district.code,
    districtZh: header.district.name.zh,
    districtEn: header.district.name.en ?? null,
    year: Number(header.period.start.slice(0, 4)),
    periodStart: header.period.start,
    periodEnd: header.period.end,
    timeZone: header.timeZone,
    synthetic: header.synthetic ?? false,
  }
}
