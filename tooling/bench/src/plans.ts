import type { Fact, Plan, PlanFacts } from '@duban/domain'
import { adoptPlan, generatePlan, generateYear, type YearOptions } from '@duban/synthetic'

/** A plan to measure with, and all that is known of it. */
export interface Subject {
  readonly plan: Plan
  readonly facts: PlanFacts
}

const district = { code: 'bench', name: { zh: '测试区', en: 'Bench District' } }

/**
 * A plan of about 1 300 commitments and 25 000 observations at size 1, and so many times that at another; every
 * observation is one approved fact, unless reviews are asked for.
 */
export function largePlan(size = 1, year: Omit<YearOptions, 'seed'> = {}): Subject {
  const plan = generatePlan({
    seed: 'bench',
    code: 'bench-2020',
    year: 2020,
    district,
    tasks: 7,
    subdistricts: 0,
    indicators: 415 * size,
    milestones: 700 * size,
    projects: 120 * size,
  })
  return subjectOf(plan, { reports: 'WEEKLY', complete: true, ...year })
}

/** A plan as large as a district's usually is: about 300 commitments, reported on each week. */
export function districtPlan(): Subject {
  const plan = generatePlan({ seed: 'bench', code: 'district-2020', year: 2020, district })
  return subjectOf(plan, { reports: 'WEEKLY', complete: true })
}

/** A plan of so many indicators, reported on each quarter, and of nothing else. */
export function indicatorPlan(indicators: number): Subject {
  const plan = generatePlan({
    seed: 'bench',
    code: 'bench-2020',
    year: 2020,
    district,
    tasks: 7,
    subdistricts: 0,
    indicators,
    milestones: 0,
    projects: 0,
    rules: 0,
  })
  return subjectOf(plan, { reports: 'QUARTERLY', complete: true })
}

function subjectOf(plan: Plan, year: Omit<YearOptions, 'seed'>): Subject {
  const facts = [...adoptPlan(plan), ...generateYear(plan, { ...year, seed: 'bench' })]
  return { plan, facts: { code: plan.code, revision: 1, facts } }
}

/** The same plan under another code. */
export function underCode(subject: Subject, code: string): Subject {
  const plan = { ...subject.plan, code }
  const facts = subject.facts.facts.map((fact): Fact => {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) return fact
    const { set } = fact.change
    if (set.kind !== 'PLAN') return fact
    return { ...fact, change: { set: { ...set, code, value: { ...set.value, code } } } }
  })
  return { plan, facts: { code, revision: 1, facts } }
}

/** The same facts as if they came from a database: new objects, so that nothing is remembered of them. */
export function reread({ code, revision, facts }: PlanFacts): PlanFacts {
  // What JSON.stringify wrote is what JSON.parse reads: facts hold nothing else.
  return { code, revision, facts: JSON.parse(JSON.stringify(facts)) as Fact[] }
}

/** How many observations there are. */
export function countObservations({ facts }: PlanFacts): number {
  return facts.filter(({ type }) => type === 'OBSERVATION').length
}
