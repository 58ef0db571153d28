import type { Fact, PlanFacts } from '@duban/domain'
import type { Session } from '../connect/session.ts'
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

// A fact takes about this many bytes in memory for each character of its JSON (measured; a test holds it to that).
export const bytesPerCharacter = 2

/**
 * Facts of the plans asked for, in that order, in at most two statements. Facts are only added, so of a plan in
 * the cache only those that came since are read; `seq` bounds them to the revision that was read first. With a
 * replica they are read there, and a third statement fetches what it has not got yet.
 */
export async function loadPlans(
  session: Session,
  cache: PlanFactsCache,
  codes: readonly string[],
  replica?: Session,
): Promise<readonly (PlanFacts | null)[]> {
  const heads = await selectRevisions(session).execute({ codes: JSON.stringify(codes) })
  const found = new Map<string, PlanFacts>()
  const wanted: Wanted[] = []
  for (const { planId, revision, lastSeq } of heads) {
    const known = cache.get(planId)
    // Another request may have read a later revision meanwhile.
    if (known !== undefined && known.revision >= revision) found.set(planId, known)
    else {
      wanted.push({ planId, revision, after: known?.facts.length ?? 0, upTo: lastSeq, known })
    }
  }
  const bodies = await readBodies(replica ?? session, wanted)
  const isWhole = ({ planId, after, upTo }: Wanted) => bodies.get(planId)?.length === upTo - after
  const lagging = replica === undefined ? [] : wanted.filter((one) => !isWhole(one))
  const rest = await readBodies(session, lagging)
  for (const one of wanted) {
    const { planId } = one
    found.set(planId, assemble(cache, one, rest.get(planId) ?? bodies.get(planId) ?? []))
  }
  return codes.map((code) => found.get(code) ?? null)
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
  return byPlan(await selectFactsOfMany(session).execute({ wanted: JSON.stringify(list) }))
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
