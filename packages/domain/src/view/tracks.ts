import type { CommitmentKind } from '../commitment/commitment.ts'
import { computedSeries } from '../indicator/computed-series.ts'
import { indicatorTrack } from '../indicator/indicator-track.ts'
import { milestoneTrack } from '../milestone/milestone-track.ts'
import { obligationTrackOf, possibleObligations } from '../obligation/obligation-tracks.ts'
import { type Affected, affectedAfter } from './affected.ts'
import { knownPart } from './known-part.ts'
import { lazy, madeOnce, newSlots } from './lazy.ts'
import {
  type KeepKey,
  KINDS,
  keptByName,
  type Ledger,
  type MadeTrack,
  NO_TRACK,
  type PlacedTrack,
  type Tracks,
} from './ledger.ts'

/** The tracks of a ledger, each made when first asked for. */
export function tracksIn(ledger: Ledger): Tracks {
  return ledger.settled === null ? newTracks(ledger) : pastTracks(ledger, ledger.settled)
}

/** Tracks that nothing recorded later affects are those of the ledger that knows everything. */
function pastTracks(ledger: Ledger, settled: Ledger): Tracks {
  const affected = lazy(() => affectedAfter(ledger.knownAt ?? '', settled))
  const own = lazy(() => newSlots<PlacedTrack>(affected().marks.length))
  function asKnown(all: PlacedTrack): PlacedTrack {
    const { id, place } = all
    if (affected().marks[place] !== 1) return all
    const known = own()[place]
    if (known !== undefined) return known
    const part = partAsKnown(ledger, all, affected())
    const track = part ?? placed(trackOf(ledger, id), id, place)
    own()[place] = track
    return track
  }
  return tracksFrom(
    (id) => asKnown(settled.tracks.made(id)),
    (kind) => settled.tracks.ofKind(kind).map(asKnown),
  )
}

function partAsKnown(
  ledger: Ledger,
  all: PlacedTrack,
  { lists }: Affected,
): PlacedTrack | undefined {
  const { promised, recorded, since, id, place } = all
  if (promised?.some((list) => lists.has(list)) !== false) return undefined
  const part = knownPart(ledger, all)
  return part === undefined
    ? undefined
    : { track: part.track, promised, recorded, since, id, place }
}

function newTracks(ledger: Ledger): Tracks {
  const tracks = new Map<string, PlacedTrack>()
  function made(id: string): PlacedTrack {
    const known = tracks.get(id)
    if (known !== undefined) return known
    const track = trackOf(ledger, id)
    // Those it is made from have their places now.
    const own = placed(track, id, tracks.size)
    tracks.set(id, own)
    return own
  }
  return tracksFrom(made, (kind) => possibleIds(ledger, kind).map(made))
}

function placed(made: MadeTrack, id: string, place: number): PlacedTrack {
  const { track, promised, recorded, since } = made
  return { track, promised, recorded, since, id, place }
}

function tracksFrom(
  made: Tracks['made'],
  list: (kind: CommitmentKind) => readonly PlacedTrack[],
): Tracks {
  const kinds = new Map<CommitmentKind, readonly PlacedTrack[]>()
  const ofKind = (kind: CommitmentKind) => madeOnce(kinds, kind, () => list(kind))
  const ids = lazy(() =>
    KINDS.flatMap(ofKind).flatMap(({ id, track }) => (track === undefined ? [] : [id])),
  )
  return { made, get: (id) => made(id).track, ofKind, ids }
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

const IDS: KeepKey<Map<string, readonly string[]>> = { name: 'ids' }

/** Ids of the commitments of a kind that there might be. */
function possibleIds(ledger: Ledger, kind: CommitmentKind): readonly string[] {
  const { codes } = ledger.index
  return keptByName(ledger, IDS, kind, () =>
    kind === 'OBLIGATION'
      ? possibleObligations(ledger)
      : (codes.get(kind) ?? []).map((code) => `${kind.toLowerCase()}/${code}`),
  )
}
