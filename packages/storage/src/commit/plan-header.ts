import type { Fact, PlanHeader } from '@duban/domain'

/** The header that a fact gives its plan, if it is a PLAN definition. */
export function headerIn(fact: Fact): PlanHeader | null {
  if (fact.type !== 'DEFINITION' || !('set' in fact.change)) return null
  const { set } = fact.change
  return set.kind === 'PLAN' ? set.value : null
}

/** The latest header among the facts. */
export function lastHeaderIn(facts: Iterable<Fact>): PlanHeader | null {
  let last: PlanHeader | null = null
  for (const fact of facts) last = headerIn(fact) ?? last
  return last
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
