import type { Fact, PlanFacts } from '@duban/domain'
import type { Session } from '../connect/session.ts'
import type { FactSource } from '../contract/commit.ts'
import type { PlanFactsCache } from './plan-facts-cache.ts'
import { selectFacts, selectFactsOfMany, selectRevisions } from './statements.ts'

interface FactRow {
  readonly planId: string
  readonly seq: number
  readonly body: string
}

/** Facts still to be read of one plan, to bring it to `revision`. */
interface Wanted {
  readonly planId: string
  readonly revision: number
  readonly after: number
  readonly upTo: number
  readonly known: PlanFacts | undefined
}

/** Facts that are being read. */
interface UnderWay {
  readonly revision: number
  readonly facts: Promise<ReadonlyMap<string, PlanFacts>>
}

// A fact takes about this many bytes in memory for each character of its JSON (measured; a test holds it to that).
export const bytesPerCharacter = 2

/** Answers facts of the plans asked for, in that order; null for a plan that is not there. */
export type LoadPlans = (codes: readonly string[]) => Promise<readonly (PlanFacts | null)[]>

/**
 * Loads plans in at most two statements. Facts are only added, so of a plan in the cache only those that came since
 * are read; `seq` bounds them to the revision that was read first. Who asks for what is being read waits for that.
 * With a replica facts are read there, and a third statement fetches what it has not got yet.
 */
export function planLoader(session: Session, cache: PlanFactsCache, replica?: Session): LoadPlans {
  const underWay = new Map<string, UnderWay>()

  const read = async (wanted: readonly Wanted[]): Promise<ReadonlyMap<string, PlanFacts>> => {
    const bodies = await readBodies(replica ?? session, wanted)
    const isWhole = ({ planId, after, upTo }: Wanted) => bodies.get(planId)?.length === upTo - after
    const lagging = replica === undefined ? [] : wanted.filter((one) => !isWhole(one))
    const rest = await readBodies(session, lagging)
    return new Map(
      wanted.map((one) => {
        const added = rest.get(one.planId) ?? bodies.get(one.planId) ?? []
        return [one.planId, assemble(cache, one, added)]
      }),
    )
  }

  const begin = (wanted: readonly Wanted[]): void => {
    const facts = read(wanted)
    for (const { planId, revision } of wanted) underWay.set(planId, { revision, facts })
    const end = () => {
      for (const { planId } of wanted) {
        if (underWay.get(planId)?.facts === facts) underWay.delete(planId)
      }
    }
    facts.then(end, end)
  }

  return async (codes) => {
    const heads = await selectRevisions(session).execute({ codes: JSON.stringify(codes) })
    const found = new Map<string, PlanFacts | Promise<PlanFacts | undefined>>()
    const wanted: Wanted[] = []
    for (const { planId, revision, lastSeq } of heads) {
      const known = cache.get(planId)
      // Another request may have read a later revision meanwhile.
      if (known !== undefined && known.revision >= revision) found.set(planId, known)
      else if ((underWay.get(planId)?.revision ?? 0) < revision) {
        wanted.push({ planId, revision, after: known?.facts.length ?? 0, upTo: lastSeq, known })
      }
    }
    if (wanted.length > 0) begin(wanted)
    for (const { planId } of heads) {
      const facts = underWay.get(planId)?.facts
      if (!found.has(planId) && facts !== undefined) {
        found.set(
          planId,
          facts.then((plans) => plans.get(planId)),
        )
      }
    }
    return await Promise.all(codes.map(async (code) => (await found.get(code)) ?? null))
  }
}

/** The facts wanted of each plan, as JSON, in order. */
async function readBodies(
  session: Session,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [one, ...others] = wanted
  if (one === undefined) return new Map()
  if (others.length === 0) {
    const { planId, after, upTo } = one
    const rows = await selectFacts(session).execute({ planId, after, upTo })
    return new Map([[planId, rows.map(({ body }) => body)]])
  }
  const list = wanted.map(({ planId, after, upTo }) => ({ planId, after, upTo }))
  return byPlan(await selectFactsOfMany(session).execute({ wanted: list }))
}

function byPlan(rows: readonly FactRow[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, FactRow[]>()
  for (const row of rows) {
    const group = groups.get(row.planId)
    if (group === undefined) groups.set(row.planId, [row])
    else group.push(row)
  }
  const inOrder = (group: FactRow[]) => group.sort((a, b) => a.seq - b.seq).map(({ body }) => body)
  return new Map([...groups].map(([planId, group]) => [planId, inOrder(group)]))
}

function assemble(cache: PlanFactsCache, wanted: Wanted, bodies: readonly string[]): PlanFacts {
  const text = `[${bodies.join(',')}]`
  // What is read is what a commit wrote: facts, as JSON.
  const added = JSON.parse(text) as Fact[]
  const facts: PlanFacts = {
    code: wanted.planId,
    revision: wanted.revision,
    facts: wanted.known === undefined ? added : [...wanted.known.facts, ...added],
  }
  const before = wanted.known === undefined ? 0 : cache.bytesOf(wanted.planId)
  return cache.keep(facts, before + text.length * bytesPerCharacter)
}

/** Keeps what an own commit has made of a plan, so that the next one to ask reads nothing. */
export function keepCommitted(
  cache: PlanFactsCache,
  known: PlanFacts | null,
  after: PlanFacts,
  added: FactSource,
): void {
  // Where the cache has lost or overtaken what the commit was decided on, it reads for itself.
  if (cache.get(after.code) !== (known ?? undefined)) return
  const bytes = charactersOf(added) * bytesPerCharacter
  cache.keep(after, cache.bytesOf(after.code) + bytes)
}

/** Facts of which the length is taken; of more than these it is told from every so many of them. */
const measured = 200

/** About how many characters facts have as JSON. */
function charactersOf(facts: FactSource): number {
  const step = Math.max(1, Math.floor(facts.length / measured))
  let characters = 0
  let at = 0
  for (const fact of facts) {
    if (at % step === 0)
      characters += JSON.stringify(fact).length * Math.min(step, facts.length - at)
    at += 1
  }
  return characters
}
