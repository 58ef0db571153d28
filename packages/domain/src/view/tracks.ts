import type { Track } from '../commitment/track.ts'
import { computedSeries } from '../indicator/computed-series.ts'
import { indicatorTrack } from '../indicator/indicator-track.ts'
import { milestoneTrack } from '../milestone/milestone-track.ts'
import { obligationTrackOf, possibleObligations } from '../obligation/obligation-tracks.ts'
import type { Ledger, Tracks } from './ledger.ts'

/** The tracks of a ledger, each made when first asked for. */
export function tracksIn(ledger: Ledger): Tracks {
  // null where there is none, so that one look-up tells.
  const made = new Map<string, Track | null>()
  let ids: readonly string[] | undefined

  function make(id: string): Track | undefined {
    if (id.startsWith(INDICATOR)) {
      const code = id.slice(INDICATOR.length)
      return indicatorTrack(ledger, code, (indicator) => computedSeries(ledger, code, indicator))
    }
    if (id.startsWith(MILESTONE)) return milestoneTrack(ledger, id.slice(MILESTONE.length))
    return id.startsWith(OBLIGATION) ? obligationTrackOf(ledger, id) : undefined
  }

  function get(id: string): Track | undefined {
    const known = made.get(id)
    if (known !== undefined) return known ?? undefined
    const track = make(id)
    made.set(id, track ?? null)
    return track
  }

  return {
    get,
    ids: () => {
      ids ??= [
        ...idsOf(INDICATOR, ledger.index.codes.get('INDICATOR')),
        ...idsOf(MILESTONE, ledger.index.codes.get('MILESTONE')),
        ...possibleObligations(ledger),
      ].filter((id) => get(id) !== undefined)
      return ids
    },
  }
}

const INDICATOR = 'indicator/'
const MILESTONE = 'milestone/'
const OBLIGATION = 'obligation/'

function idsOf(prefix: string, codes: readonly string[] | undefined): readonly string[] {
  return (codes ?? []).map((code) => prefix + code)
}
