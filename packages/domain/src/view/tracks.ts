import { computedSeries } from '../indicator/computed-series.ts'
import { indicatorTrack } from '../indicator/indicator-track.ts'
import { milestoneTrack } from '../milestone/milestone-track.ts'
import { obligationTrackOf, possibleObligations } from '../obligation/obligation-tracks.ts'
import { type Affected, affectedAfter } from './affected.ts'
import { knownPart } from './known-part.ts'
import { lazy, newSlots } from './lazy.ts'
import {
  type KeepKey,
  keptOfDefinitions,
  type Ledger,
  type MadeTrack,
  NO_TRACK,
  type PlacedTrack,
  type Tracks,
} from './ledger.ts'

/** The tracks of a ledger, each made when first asked for. */
export function tracksIn(ledger: Ledger, settled: Ledger | null): Tracks {
  return settled === null
    ? tracksBy(ledger, (id) => trackOf(ledger, id))
    : pastTracks(ledger, settled)
}

/** Tracks that nothing recorded later affects are those of the ledger that knows everything. */
function pastTracks(ledger: Ledger, settled: Ledger): Tracks {
  const affected = lazy(() => affectedAfter(ledger.knownAt ?? '', settled))
  const own = lazy(() => newSlots<PlacedTrack>(affected().marks.length))
  function made(id: string): PlacedTrack {
    const all = settled.tracks.made(id)
    if (affected().marks[all.place] !== 1) return all
    const known = own()[all.place]
    if (known !== undefined) return known
    const part = partAsKnown(ledger, all, affected())
    const track = { ...(part ?? trackOf(ledger, id)), id, place: all.place }
    own()[all.place] = track
    return track
  }
  const ids = lazy(() => {
    const changes = affected().tracks.some(
      ({ id, track }) => (track === undefined) !== (made(id).track === undefined),
    )
    return changes ? inView(settled.tracks.possible(), made) : settled.tracks.ids()
  })
  return { made, get: (id) => made(id).track, possible: () => settled.tracks.possible(), ids }
}

function partAsKnown(ledger: Ledger, all: MadeTrack, { lists }: Affected): MadeTrack | undefined {
  const { track, promised, recorded } = all
  if (track === undefined || promised?.some((list) => lists.has(list)) !== false) return undefined
  const part = knownPart(ledger, track, recorded)
  return part === undefined ? undefined : { track: part, promised, recorded }
}

function tracksBy(ledger: Ledger, make: (id: string) => MadeTrack): Tracks {
  const tracks = new Map<string, PlacedTrack>()
  function made(id: string): PlacedTrack {
    let track = tracks.get(id)
    if (track === undefined) {
      const of = make(id)
      // Now that those it is made from have theirs.
      track = { ...of, id, place: tracks.size }
      tracks.set(id, track)
    }
    return track
  }
  const possible = (): readonly string[] => possibleIds(ledger)
  const ids = lazy(() => inView(possible(), made))
  return { made, get: (id) => made(id).track, possible, ids }
}

function inView(ids: readonly string[], made: (id: string) => MadeTrack): readonly string[] {
  return ids.filter((id) => made(id).track !== undefined)
}

const INDICATOR = 'indicator/'
const MILESTONE = 'milestone/'
const OBLIGATION = 'obligation/'

function trackOf(ledger: Ledger, id: string): MadeTrack {
  if (id.startsWith(INDICATOR)) {
    const code = id.slice(INDICATOR.length)
    return indicatorTrack(ledger, code, (each) => computedSeries(ledger, code, each))
  }
  if (id.startsWith(MILESTONE)) return milestoneTrack(ledger, id.slice(MILESTONE.length))
  return id.startsWith(OBLIGATION) ? obligationTrackOf(ledger, id) : NO_TRACK
}

const IDS: KeepKey<readonly string[]> = { name: 'ids' }

function possibleIds(ledger: Ledger): readonly string[] {
  return keptOfDefinitions(ledger, IDS, () => [
    ...idsOf(INDICATOR, ledger.index.codes.get('INDICATOR')),
    ...idsOf(MILESTONE, ledger.index.codes.get('MILESTONE')),
    ...possibleObligations(ledger),
  ])
}

function idsOf(prefix: string, codes: readonly string[] | undefined): readonly string[] {
  return (codes ?? []).map((code) => prefix + code)
}
