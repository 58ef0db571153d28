import type { DayNumber } from '../calendar/day-number.ts'
import { definedFrom } from '../commitment/defined.ts'
import type { StatedDue } from '../commitment/due-changes.ts'
import { epochOf, type Points } from '../commitment/epoch-of.ts'
import { type Moment, type Moments, viewDays } from '../commitment/moment.ts'
import { type DefinedFrom, type Terms, termsOf, termsSources } from '../commitment/terms.ts'
import type { Epoch, Track } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import {
  type DefinitionStep,
  definitionSteps,
  headerSteps,
  inTimeOrder,
} from '../plan/definition-steps.ts'
import { recordedOfProject } from '../project/recorded-of-project.ts'
import type { CompiledRule } from '../rule/engine.ts'
import type { Rule } from '../rule/rule.ts'
import { BEFORE_ALL, type Epochs, epochsOf } from '../view/epochs.ts'
import { type KeepKey, keptByName, type Ledger, type MadeTrack, NO_TRACK } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import { dayByDay, horizonOf, readsDate } from './horizon.ts'
import { rulesPlan } from './rules-plan.ts'
import { type RuleSubject, type SubjectLookups, subjectMoments } from './subject-moments.ts'

type ObligationTrack = Track<Terms<Rule>>

/** The track of a rule applied to one subject; undefined where it applies in no view, and without an engine. */
export function obligationTrack(ledger: Ledger, rule: string, subject: RuleSubject): MadeTrack {
  const { versions, told, lookups, made } = versionsOf(ledger, rule, subject.kind)
  if (versions.length === 0) return NO_TRACK
  const moments = subjectMoments(ledger, subject, lookups)
  // What is seen of other subjects than projects is looked up in the ledger, day by day.
  if (subject.kind !== 'PROJECT') {
    const track = newTrack(ledger, rule, subject, versions, moments)
    return { track, promised: null, recorded: [], since: NEVER }
  }
  const sources = termsSources(ledger, idOf(rule, subject))
  const track = madeFrom(made, ledger, [moments, ...sources], () =>
    newTrack(ledger, rule, subject, versions, moments),
  )
  const { code } = subject
  const recorded = recordedOfProject(ledger, code, lookups.invested)
  // Terms that stay the same to the end are the same whatever is recorded last, where nothing else can change them.
  const [defined, ...more] = definitionSteps(ledger, 'PROJECT', code)
  const [version] = versions
  const since =
    told && defined !== undefined && version !== undefined && more.length === 0
      ? Math.max(defined.from, version.from)
      : NEVER
  return { track, promised: sources, recorded, since }
}

function idOf(rule: string, { code }: RuleSubject): string {
  return `obligation/${rule}/${code}`
}

function newTrack(
  ledger: Ledger,
  rule: string,
  subject: RuleSubject,
  versions: readonly Version[],
  moments: Moments,
): ObligationTrack | undefined {
  const source: Source = { versions, moments, headers: headerSteps(ledger) }
  const { defined, statedDue } = applications(source, definitionSteps(ledger, 'RULE', rule))
  if (!defined.some(({ present }) => present)) return undefined
  const id = idOf(rule, subject)
  const terms = termsOf(ledger, { commitment: id, defined, statedDue, furtherDays: [] })
  return { id, kind: 'OBLIGATION', subject, terms, scale: 0, epochs: epochsIn(source, terms) }
}

function epochsIn(source: Source, terms: readonly Terms<Rule>[]): Epochs<Epoch> {
  const { moments } = source
  return epochsOf(moments.days.slice(1), (epochDay): Epoch => {
    const list = moments.at(epochDay)
    const points = judgedPoints(rulePoints(source, list))
    return epochOf(points, terms, {
      evidence: (day) => list[stepIndex(list, day)]?.evidence() ?? [],
    })
  })
}

/** A version of a rule that compiles. */
interface Version extends DefinedFrom<Rule> {
  readonly compiled: CompiledRule | null
}

interface Source {
  readonly versions: readonly Version[]
  readonly moments: Moments
  readonly headers: readonly DefinitionStep<'PLAN'>[]
}

/** The versions of a rule that are about a kind of subject, and the tracks made from them. */
interface Versions {
  readonly versions: readonly Version[]
  /** Whether what is recorded tells all: the rule is never defined anew, and nothing moves with the days alone. */
  readonly told: boolean
  readonly lookups: SubjectLookups
  readonly made: Made<ObligationTrack | undefined>
}

const VERSIONS: KeepKey<Map<string, Versions>> = { name: 'versions' }

function versionsOf(ledger: Ledger, rule: string, kind: Rule['subject']): Versions {
  return keptByName(ledger, VERSIONS, `${kind}/${rule}`, () => {
    const versions = compiledVersions(ledger, rule).filter(
      ({ definition }) => definition.subject === kind,
    )
    const textOf = (each: Rule): string => `${applyingText(each)}\n${each.require}`
    const told = versions.length === 1 && !isDaily(versions, textOf)
    return { versions, told, lookups: lookupsOf(versions, textOf), made: new WeakMap() }
  })
}

function compiledVersions(ledger: Ledger, code: string): readonly Version[] {
  const { engine } = ledger
  const plan = rulesPlan(ledger)
  if (engine === undefined || plan === null) return []
  return definedFrom(definitionSteps(ledger, 'RULE', code)).map((each) => {
    const compiled = engine.compileRule(each.definition, plan)
    return { ...each, compiled: compiled.ok ? compiled.value : null }
  })
}

/** What tells whether a rule applies, and by when. */
function applyingText({ when = '', due }: Rule): string {
  return due !== undefined && 'cel' in due ? `${when}\n${due.cel}` : when
}

/** Told by the text: what is not named in it is not read. */
function lookupsOf(versions: readonly Version[], textOf: (rule: Rule) => string): SubjectLookups {
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

/** Whether what conditions give moves with the days alone. */
function isDaily(versions: readonly Version[], textOf: (rule: Rule) => string): boolean {
  return versions.some(({ definition }) => {
    const text = textOf(definition)
    return readsDate(text) || (definition.subject === 'INDICATOR' && MOVING.test(text))
  })
}

/** The days on which it may change whether the rule applies and by when. */
function applicationDays({ versions, moments, headers }: Source): readonly DayNumber[] {
  const days = viewDays(moments, (list: readonly Moment[]) => list)
  const all = days.concat(versions.map(({ from }) => from))
  if (!isDaily(versions, applyingText)) return inTimeOrder(all)
  const last = horizonOf(headers, latestOf(all))
  return inTimeOrder(all.concat(dayByDay(versions[0]?.from ?? last, last)))
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

/** When the rule applies to the subject, in which version, and by when it wants it. */
interface Applications {
  readonly defined: readonly DefinedFrom<Rule>[]
  readonly statedDue: readonly StatedDue[]
}

function applications(source: Source, steps: readonly DefinitionStep<'RULE'>[]): Applications {
  const { versions, moments } = source
  const defined: DefinedFrom<Rule>[] = []
  const statedDue: StatedDue[] = []
  for (const from of applicationDays(source)) {
    const version = versionOn(versions, from)
    const moment = momentOn(moments, from)
    if (version === undefined || version.from > from) continue
    const { definition, compiled } = version
    const facts = version.present && moment?.present === true ? moment.facts(from) : null
    const present = facts !== null && compiled?.applies(facts) === true
    const last = defined.at(-1)
    if (last?.present !== present || last.definition !== definition) {
      defined.push({ from, present, definition })
    }
    // Where the rule does not apply it sets no date.
    const fact = steps[stepIndex(steps, from)]?.fact ?? null
    if (!present || fact === null) continue
    const due = compiled.dueOn(facts)
    const dueOn = typeof due === 'string' ? due : null
    if (statedDue.at(-1)?.dueOn !== dueOn) statedDue.push({ from, dueOn, fact })
  }
  return { defined, statedDue }
}

interface RulePoint {
  readonly from: DayNumber
  readonly truth: boolean
  /** The field without a value that the requirement met. */
  readonly missing: string | null
}

/** Whether the requirement holds, from day to day, by the rule in force on each; before the first, by that. */
function rulePoints(
  { versions, headers }: Source,
  moments: readonly Moment[],
): readonly RulePoint[] {
  const days = [...moments.map(({ from }) => from), ...versions.map(({ from }) => from)]
  const first = days.find((day) => day !== BEFORE_ALL)
  const daily = first !== undefined && isDaily(versions, ({ require }) => require)
  const asked = daily ? days.concat(dayByDay(first, horizonOf(headers, latestOf(days)))) : days
  const points: RulePoint[] = []
  for (const from of inTimeOrder(asked)) {
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
