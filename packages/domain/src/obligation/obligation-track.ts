import type { DayNumber } from '../calendar/day-number.ts'
import { definedFrom } from '../commitment/defined.ts'
import type { StatedDue } from '../commitment/due-changes.ts'
import { epochOf, type Points } from '../commitment/epoch-of.ts'
import { type Moment, type Moments, viewDays } from '../commitment/moment.ts'
import { type DefinedFrom, type Terms, termsOf } from '../commitment/terms.ts'
import type { Epoch, Track } from '../commitment/track.ts'
import { definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { CompiledRule } from '../rule/engine.ts'
import type { Rule } from '../rule/rule.ts'
import { BEFORE_ALL, epochsOf } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import { horizonOf, readsDate } from './horizon.ts'
import { rulesPlan } from './rules-plan.ts'
import { type RuleSubject, type SubjectLookups, subjectMoments } from './subject-moments.ts'

/** The track of a rule applied to one subject; undefined where it applies in no view, and without an engine. */
export function obligationTrack(
  ledger: Ledger,
  rule: string,
  subject: RuleSubject,
): Track<Terms<Rule>> | undefined {
  const versions = compiledVersions(ledger, rule).filter(
    ({ definition }) => definition.subject === subject.kind,
  )
  if (versions.length === 0) return undefined
  const id = `obligation/${rule}/${subject.code}`
  const source = { versions, moments: subjectMoments(ledger, subject, lookupsOf(versions)) }
  const daily = isDaily(versions)
  const days = applicationDays(ledger, source, daily)
  const defined = definedDays(source, days)
  if (!defined.some(({ present }) => present)) return undefined
  const terms = termsOf(ledger, {
    commitment: id,
    defined,
    statedDue: statedDues(ledger, rule, source, defined, days),
    furtherDays: [],
  })
  const { moments } = source
  const epochs = epochsOf(moments.days.slice(1), (epochDay): Epoch => {
    const list = moments.at(epochDay)
    const points = judgedPoints(rulePoints(ledger, source, list, daily))
    return epochOf(points, terms, (day) => list[stepIndex(list, day)]?.evidence() ?? [])
  })
  return { id, kind: 'OBLIGATION', subject, terms, scale: 0, epochs }
}

/** A version of a rule that compiles. */
interface Version extends DefinedFrom<Rule> {
  readonly compiled: CompiledRule | null
}

interface Source {
  readonly versions: readonly Version[]
  readonly moments: Moments
}

function compiledVersions(ledger: Ledger, code: string): readonly Version[] {
  const { engine } = ledger
  const plan = rulesPlan(ledger)
  if (engine === undefined || plan === null) return []
  return definedFrom(ledger, 'RULE', code).map((each) => {
    const compiled = engine.compileRule(each.definition, plan)
    return { ...each, compiled: compiled.ok ? compiled.value : null }
  })
}

function textOf({ when, require, due }: Rule): string {
  return [when, require, due !== undefined && 'cel' in due ? due.cel : ''].join('\n')
}

/** Told by the text: what is not named in it is not read. */
function lookupsOf(versions: readonly Version[]): SubjectLookups {
  const text = versions.map(({ definition }) => textOf(definition)).join('\n')
  return {
    counts: text.includes('counts'),
    invested: text.includes('investment'),
    peers: text.includes('peers'),
    lastYear: text.includes('lastYear'),
    monthsBehind: text.includes('monthsBehind'),
  }
}

/** What of an indicator moves with the days alone. */
const MOVING = /\b(?:expected|gapPoints|monthsBehind|lastYear|peers)\b/

function isDaily(versions: readonly Version[]): boolean {
  return versions.some(({ definition }) => {
    const text = textOf(definition)
    return readsDate(text) || (definition.subject === 'INDICATOR' && MOVING.test(text))
  })
}

/** The days on which it may change whether the rule applies and by when. */
function applicationDays(
  ledger: Ledger,
  { versions, moments }: Source,
  daily: boolean,
): readonly DayNumber[] {
  const days = viewDays(moments, (list: readonly Moment[]) => list)
  const all = [...days, ...versions.map(({ from }) => from)]
  if (daily) {
    const last = horizonOf(ledger, latestOf(all))
    for (let day = versions[0]?.from ?? last; day <= last; day++) all.push(day)
  }
  return inTimeOrder(all)
}

function latestOf(days: readonly DayNumber[]): DayNumber {
  return days.reduce((latest, day) => Math.max(latest, day), BEFORE_ALL)
}

function momentOn(moments: Moments, day: DayNumber): Moment | undefined {
  const list = moments.at(day)
  return list[stepIndex(list, day)]
}

function versionOn(versions: readonly Version[], day: DayNumber): Version | undefined {
  return versions[Math.max(0, stepIndex(versions, day))]
}

function definedDays(
  { versions, moments }: Source,
  days: readonly DayNumber[],
): readonly DefinedFrom<Rule>[] {
  const defined: DefinedFrom<Rule>[] = []
  for (const from of days) {
    const version = versionOn(versions, from)
    const moment = momentOn(moments, from)
    if (version === undefined || version.from > from) continue
    const present =
      version.present &&
      moment?.present === true &&
      version.compiled?.applies(moment.facts(from)) === true
    const last = defined.at(-1)
    if (last?.present === present && last.definition === version.definition) continue
    defined.push({ from, present, definition: version.definition })
  }
  return defined
}

function statedDues(
  ledger: Ledger,
  rule: string,
  { versions, moments }: Source,
  defined: readonly DefinedFrom<Rule>[],
  days: readonly DayNumber[],
): readonly StatedDue[] {
  const steps = definitionSteps(ledger, 'RULE', rule)
  const dues: StatedDue[] = []
  for (const from of days) {
    const version = versionOn(versions, from)
    const moment = momentOn(moments, from)
    const fact = steps[stepIndex(steps, from)]?.fact
    // Where the rule does not apply it sets no date.
    if (defined[stepIndex(defined, from)]?.present !== true) continue
    if (version === undefined || version.from > from || moment === undefined) continue
    if (version.compiled === null || fact === null || fact === undefined) continue
    const due = version.compiled.dueOn(moment.facts(from))
    const dueOn = typeof due === 'string' ? due : null
    if (dues.at(-1)?.dueOn !== dueOn) dues.push({ from, dueOn, fact })
  }
  return dues
}

interface RulePoint {
  readonly from: DayNumber
  readonly truth: boolean
  /** The field without a value that the requirement met. */
  readonly missing: string | null
}

/** Whether the requirement holds, from day to day, by the rule in force on each; before the first, by that. */
function rulePoints(
  ledger: Ledger,
  { versions }: Source,
  moments: readonly Moment[],
  daily: boolean,
): readonly RulePoint[] {
  const days = [...moments.map(({ from }) => from), ...versions.map(({ from }) => from)]
  if (daily) {
    const first = moments.find(({ from }) => from !== BEFORE_ALL)?.from ?? BEFORE_ALL
    const last = horizonOf(ledger, latestOf(days))
    if (first !== BEFORE_ALL) for (let day = first; day <= last; day++) days.push(day)
  }
  const points: RulePoint[] = []
  for (const from of inTimeOrder(days)) {
    const moment = moments[stepIndex(moments, from)]
    const compiled = versionOn(versions, from)?.compiled ?? null
    const truth =
      moment === undefined || compiled === null ? false : compiled.holds(moment.facts(from))
    const missing = typeof truth === 'boolean' ? null : truth.missing
    const last = points.at(-1)
    if (last !== undefined && last.missing === missing && last.truth === (truth === true)) continue
    points.push({ from, truth: truth === true, missing })
  }
  return points
}

function judgedPoints(points: readonly RulePoint[]): Points<Terms<Rule>> {
  const missingAt = (point: number): string | null => points[point]?.missing ?? null
  return {
    days: points.map(({ from }) => from),
    holds: (point) => (missingAt(point) === null ? points[point]?.truth === true : null),
    n: () => null,
    over: () => 1,
    trouble: (point) => {
      const field = missingAt(point)
      return field === null ? null : { code: 'MISSING_VALUE', params: { field } }
    },
    spanStart: () => 0,
  }
}
