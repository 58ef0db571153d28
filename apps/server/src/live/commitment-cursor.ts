/** How far a plan has been told: all of its commits up to `revision`, and `within` changes of the next one. */
export interface Told {
  readonly revision: number
  readonly within: number
}

/** How far each plan has been told, as text that is opaque to clients. */
export function writeCommitmentCursor(told: ReadonlyMap<string, Told>): string {
  const places = [...told].map(([plan, { revision, within }]) => [
    plan,
    within === 0 ? revision : [revision, within],
  ])
  return Buffer.from(JSON.stringify(Object.fromEntries(places))).toString('base64url')
}

/** What a cursor says; null for text that is none. */
export function readCommitmentCursor(cursor: string): Map<string, Told> | null {
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return null
  const told = new Map<string, Told>()
  for (const [plan, place] of Object.entries(read)) {
    const [revision, within]: readonly unknown[] = Array.isArray(place) ? place : [place, 0]
    if (!isCount(revision) || !isCount(within)) return null
    told.set(plan, { revision, within })
  }
  return told
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
