import type { IsoDate } from '@duban/domain'
import type { Storage } from '@duban/storage'

/** What an answer rests on, gathered while it is made. */
export interface Reads {
  /** Revision of each plan read; 0 where there is none of that code. */
  readonly plans: Map<string, number>
  /** Which day "today" was, in each time zone that was asked. */
  readonly days: Map<string, IsoDate>
  /** True once it rests on anything else that another request may find changed. */
  others: boolean
}

export function newReads(): Reads {
  return { plans: new Map(), days: new Map(), others: false }
}

const ofNamedPlans: ReadonlySet<PropertyKey> = new Set([
  'dialect',
  'loadPlan',
  'loadPlans',
  'revisions',
  'textsOf',
  'textOf',
  'ping',
])

/** The storage, with a note in `reads` once it is asked about more than plans by their codes. */
export function noting(storage: Storage, reads: Reads): Storage {
  return new Proxy(storage, {
    get(target, name, receiver) {
      if (!ofNamedPlans.has(name)) reads.others = true
      return Reflect.get(target, name, receiver)
    },
  })
}
