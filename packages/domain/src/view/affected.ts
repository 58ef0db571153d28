import type { Instant } from '../calendar/date.ts'
import { circumstancesOf, settledList } from '../fact/settled.ts'
import { TOPICS } from '../fact/topics.ts'
import { factsAbout, type KeepKey, KINDS, keptIn, type Ledger, type PlacedTrack } from './ledger.ts'

/** What comes to something else once all is known. */
export interface Affected {
  /** Lists of facts, as they are then. */
  readonly lists: ReadonlySet<unknown>
  /** By place, 1 for tracks. */
  readonly marks: Uint8Array
}

/**
 * What is affected by something that had not been recorded by an instant; `settled` knows it all. Tracks are that rest
 * on an affected list, and those that look at others.
 */
export function affectedAfter(instant: Instant, settled: Ledger): Affected {
  const { byList, onOthers, size } = restingIn(settled)
  const lists = new Set<unknown>()
  const marks = new Uint8Array(size)
  const mark = (resting: readonly PlacedTrack[]): void => {
    for (const { place } of resting) marks[place] = 1
  }
  mark(onOthers)
  for (const { from, list } of latestLists(settled)) {
    if (from <= instant) break
    lists.add(list)
    mark(byList.get(list) ?? [])
  }
  return { lists, marks }
}

interface LatestList {
  /** When the last fact was recorded that decides about it. */
  readonly from: Instant
  /** As it is once all is known. */
  readonly list: unknown
}

const LATEST: KeepKey<readonly LatestList[]> = { name: 'latest lists' }

/** All lists of facts, those that were decided about last first. */
function latestLists(settled: Ledger): readonly LatestList[] {
  return keptIn(settled, LATEST, () => {
    const lists = TOPICS.flatMap((topic) => {
      const now = circumstancesOf(settled, topic)
      return [...settled.index.topics[topic]].map(([key, facts]): LatestList => {
        const { from } = settledList(settled, now, facts)
        return { from, list: factsAbout(settled, topic, key) }
      })
    })
    return lists.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  })
}

/** Tracks by the lists of facts that they rest on, and those that look at others. */
interface Resting {
  readonly byList: ReadonlyMap<unknown, readonly PlacedTrack[]>
  readonly onOthers: readonly PlacedTrack[]
  /** Above every place among them. */
  readonly size: number
}

const RESTING: KeepKey<Resting> = { name: 'resting' }

function restingIn(settled: Ledger): Resting {
  return keptIn(settled, RESTING, () => {
    const byList = new Map<unknown, PlacedTrack[]>()
    const onOthers: PlacedTrack[] = []
    let size = 0
    for (const track of KINDS.flatMap((kind) => settled.tracks.ofKind(kind))) {
      const { promised, recorded, place } = track
      size = Math.max(size, place + 1)
      if (promised === null) onOthers.push(track)
      for (const list of [...(promised ?? []), ...recorded.map(({ standing }) => standing)]) {
        const tracks = byList.get(list)
        if (tracks === undefined) byList.set(list, [track])
        else tracks.push(track)
      }
    }
    return { byList, onOthers, size }
  })
}
