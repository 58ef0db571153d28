import type { DayNumber } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { inTimeOrder } from '../plan/definition-steps.ts'
import { factDays } from '../timeline/break-days.ts'
import { type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import { peerKey } from './peers.ts'

const KEPT: KeepKey<ReadonlyMap<string, readonly DayNumber[]>> = { name: 'peer days' }

/** The days on which the mean of a commitment's peers may change. */
export function peerDays(ledger: Ledger, track: Track): readonly DayNumber[] {
  const byKey = keptIn(ledger, KEPT, () => allPeerDays(ledger))
  const keys = new Set(track.terms.map((terms) => peerKey(track.kind, terms)))
  return [...keys].flatMap((key) => byKey.get(key) ?? [])
}

function allPeerDays(ledger: Ledger): ReadonlyMap<string, readonly DayNumber[]> {
  const byKey = new Map<string, Set<DayNumber>>()
  for (const id of ledger.tracks.ids()) {
    const track = ledger.tracks.get(id)
    if (track === undefined || track.kind !== 'INDICATOR') continue
    const own = factDays(track)
    for (const key of new Set(track.terms.map((terms) => peerKey(track.kind, terms)))) {
      const days = byKey.get(key) ?? new Set()
      for (const day of own) days.add(day)
      byKey.set(key, days)
    }
  }
  return new Map([...byKey].map(([key, days]) => [key, inTimeOrder(days)]))
}
