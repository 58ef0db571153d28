import { computedSeries } from '../indicator/computed-series.ts'
import { indicatorTrack } from '../indicator/indicator-track.ts'
import { milestoneTrack } from '../milestone/milestone-track.ts'
import { obligationTrackOf, possibleObligations } from '../obligation/obligation-tracks.ts'
import {
  type KeepKey,
  keptOfDefinitions,
  type Ledger,
  type MadeTrack,
  NO_TRACK,
  type Tracks,
} from './ledger.ts'

/** The tracks of a ledger, each made when first asked for, or taken from one that knows more and sees the same of it. */
export function tracksIn(ledger: Ledger, settled: Ledger | null): Tracks {
  const tracks = new Map<string, MadeTrack>()
  let ids: readonly string[] | undefined

  function make(id: string, before: MadeTrack | undefined): MadeTrack {
    if (id.startsWith(INDICATOR)) {
      const code = id.slice(INDICATOR.length)
      const inForm = isSame(before?.inForm) ? before?.inForm : undefined
      return indicatorTrack(ledger, code, inForm, (each) => computedSeries(ledger, code, each))
    }
    if (id.startsWith(MILESTONE)) return milestoneTrack(ledger, id.slice(MILESTONE.length))
    return id.startsWith(OBLIGATION) ? obligationTrackOf(ledger, id) : NO_TRACK
  }

  function isSame(before: { readonly lists: MadeTrack['lists'] } | undefined): boolean {
    return before?.lists?.some((list) => ledger.changed.has(list)) === false
  }

  function made(id: string): MadeTrack {
    const known = tracks.get(id)
    if (known !== undefined) return known
    const before = settled?.tracks.made(id)
    const track = before !== undefined && isSame(before) ? before : make(id, before)
    tracks.set(id, track)
    return track
  }

  return {
    made,
    get: (id) => made(id).track,
    ids: () => {
      ids ??= possibleIds(ledger).filter((id) => made(id).track !== undefined)
      return ids
    },
  }
}

const INDICATOR = 'indicator/'
const MILESTONE = 'milestone/'
const OBLIGATION = 'obligation/'

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
