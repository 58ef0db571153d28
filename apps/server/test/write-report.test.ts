import type { Fact, ObservationInput, PlanFacts } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import type { Decide, PlanCommit, RowsSince, Storage } from '@duban/storage'
import { adoptPlan, generatePlan, generateYear } from '@duban/synthetic'
import { describe, expect, it } from 'vitest'
import { planAt } from '../src/plan-views.ts'
import type { ReportField } from '../src/reporting/report-field.ts'
import type { ReportRow } from '../src/reporting/report-row.ts'
import { valuesTogether } from '../src/reporting/values-together.ts'
import { writeReport } from '../src/reporting/write-report.ts'
import { ruleEngine } from '../src/rule-engine.ts'
import { defaultChoice } from '../src/schema/view-choice.ts'
import { deriveRows } from '../src/writing/derived-rows.ts'

const plan = generatePlan({
  seed: 'parts',
  code: 'parts-2020',
  year: 2020,
  district: { code: 'parts', name: { zh: '云溪区', en: 'Yunxi District' } },
  projects: 25,
  indicators: 60,
  milestones: 10,
})
const year = generateYear(plan, { seed: 'parts' })
const now = '2021-02-01T00:00:00.000Z'

/** The first half of a year as it is known, and the reports of the second half as they might come in one file. */
function halfAYear(): { readonly before: PlanFacts; readonly inputs: readonly ObservationInput[] } {
  const half = year.findIndex(({ recordedAt }) => recordedAt >= '2020-07-01')
  const before = {
    code: plan.code,
    revision: 3,
    facts: [...adoptPlan(plan), ...year.slice(0, half)],
  }
  const superseded = new Set(year.map(({ supersedes }) => supersedes))
  const inputs = year.slice(half).flatMap((fact) => {
    if (fact.type !== 'OBSERVATION' || fact.supersedes !== undefined) return []
    if (superseded.has(fact.id)) return []
    const { of, value, reporter, effectiveOn } = fact
    return [{ of, value, reporter, effectiveOn, state: 'APPROVED' as const, synthetic: true }]
  })
  return { before, inputs }
}

function rowOf(
  { of, value, reporter, effectiveOn, state }: ObservationInput,
  at: number,
): ReportRow {
  const texts: readonly (readonly [ReportField, string | undefined])[] = [
    [of.kind === 'INDICATOR' ? 'indicator' : 'project', of.code],
    ['value', value],
    ['reporter', reporter],
    ['on', effectiveOn],
    ['state', state],
  ]
  const cells = texts.map(
    ([field, text = ''], column) => [field, { place: `:${column + 1}`, text }] as const,
  )
  return { at, place: `:${at + 2}`, cells: new Map(cells) }
}

async function* rowsOf(inputs: readonly ObservationInput[]) {
  for (const [at, input] of inputs.entries()) yield rowOf(input, at)
}

/** A storage that has a plan and keeps the commit that is made of it. */
function storageOf(known: PlanFacts) {
  const commits: (Omit<PlanCommit, 'plan' | 'baseRevision' | 'facts'> & {
    facts: readonly Fact[]
  })[] = []
  const update = async <Refusal>(_plan: string, decideOn: Decide<Refusal>) => {
    const decided = decideOn(known)
    if ('refusal' in decided) return { outcome: 'REFUSED', refusal: decided.refusal } as const
    commits.push({ ...decided.commit, facts: [...decided.commit.facts] })
    return { outcome: 'COMMITTED', revision: known.revision + 1 } as const
  }
  // A report asks the storage for nothing else.
  return { storage: { update } as unknown as Storage, commits }
}

async function reported(known: PlanFacts, inputs: readonly ObservationInput[], at = known) {
  const { storage, commits } = storageOf(known)
  const view = planAt(at, defaultChoice, now)
  if (view === null) throw new Error('no plan')
  let ids = 0
  const outcome = await writeReport(storage, view, {
    rows: () => rowsOf(inputs),
    defaults: { synthetic: true },
    actor: { name: 'test', roles: [], units: [], trusted: true },
    now,
    newId: () => `new-${++ids}`,
    dryRun: false,
  })
  return { outcome, commits }
}

type Steps = RowsSince<{ readonly from: string }> & {
  readonly commitment?: string
  readonly project?: string
}

/** The rows of each commitment or project, after others have taken the place of some. */
function patched(all: readonly Steps[] = [], later: readonly Steps[] = []) {
  const rows = new Map(all.map((one) => [one.commitment ?? one.project, one.rows]))
  for (const { commitment, project, since, rows: added } of later) {
    const name = commitment ?? project
    const stay = since === null ? [] : (rows.get(name)?.filter(({ from }) => from < since) ?? [])
    rows.set(name, [...stay, ...added])
  }
  return new Map([...rows].filter(([, each]) => each.length > 0))
}

const withoutIds = (facts: readonly Fact[]) => facts.map((fact) => ({ ...fact, id: '' }))

describe('a report that is written a part at a time', () => {
  const { before, inputs } = halfAYear()

  it('comes to the facts of one decision, in the order of the file, and to the timelines of all of them', async () => {
    expect(inputs.length).toBeGreaterThan(400)
    expect(new Set(valuesTogether(before).values()).size).toBeGreaterThan(20)
    const { outcome, commits } = await reported(before, inputs)
    expect(outcome).toEqual({ outcome: 'DONE', saved: true, values: inputs.length, revision: 4 })
    const decided = decide(
      before,
      { type: 'REPORT_OBSERVATIONS', observations: inputs },
      {
        now,
        actor: { name: 'test', roles: [], units: [], trusted: true },
        newId: () => 'one',
        engine: ruleEngine,
        batchLimit: inputs.length,
      },
    )
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusals[0]))
    const [commit] = commits
    const { facts = [], timelines = [], measured = [], projects = [] } = commit ?? {}
    expect(withoutIds(facts)).toEqual(withoutIds(decided.facts))
    expect(commit?.replaceTimelines).toBe(false)

    const derived = deriveRows(before)
    const whole = deriveRows(appendFacts(before, facts))
    const was = new Map(derived.timelines.map((one) => [one.commitment, one]))
    const wanted = new Map(whole.timelines.map((one) => [one.commitment, one]))
    for (const timeline of timelines) was.set(timeline.commitment, timeline)
    expect(new Set(timelines.map(({ commitment }) => commitment)).size).toBe(timelines.length)
    for (const [commitment, timeline] of wanted) expect(was.get(commitment)).toEqual(timeline)
    expect(patched(derived.measured, measured)).toEqual(patched(whole.measured))
    expect(patched(derived.projects, projects)).toEqual(patched(whole.projects))
    expect(projects.length).toBeGreaterThan(10)
  })

  it('tells the wrong rows of all parts in the order of the file', async () => {
    const wrong = inputs.map((input, at) => (at % 50 === 7 ? { ...input, value: 'x' } : input))
    const { outcome, commits } = await reported(before, [...wrong, ...inputs.slice(0, 1)])
    if (outcome.outcome !== 'REFUSED') throw new Error(outcome.outcome)
    expect(commits).toEqual([])
    const expected = wrong.flatMap(({ value }, at) => (value === 'x' ? [`:${at + 2}:2`] : []))
    expect(outcome.problems.map(({ place }) => place)).toEqual([
      ...expected,
      `:${inputs.length + 2}`,
    ])
    expect(outcome.count).toBe(expected.length + 1)
    expect(outcome.problems.at(-1)?.text.en).toBe('it repeats row 2')
  })

  it('is a conflict where the plan was meanwhile defined so that other values hang together', async () => {
    const added: Fact = {
      type: 'DEFINITION',
      id: 'later',
      effectiveOn: '2020-01-01',
      recordedAt: '2020-07-01T00:00:00.000Z',
      recordedBy: 'test',
      change: {
        set: {
          kind: 'INDICATOR',
          code: 'another',
          order: 1000,
          value: {
            code: 'another',
            title: { zh: '另一指标' },
            unit: 'COUNT',
            direction: 'INCREASE',
            comparator: 'AT_LEAST',
            accumulation: 'CUMULATIVE',
            target: '1',
            dueOn: '2020-12-31',
            locators: [],
          },
        },
      },
    }
    const { outcome, commits } = await reported(appendFacts(before, [added]), inputs, before)
    expect(outcome).toEqual({ outcome: 'CONFLICT', current: 4 })
    expect(commits).toEqual([])
  })
})
