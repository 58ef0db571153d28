import type { Instant } from '@duban/domain'

/** One request's stream of events: where its reader was, and where it is. */
export interface StreamSession {
  /** The `Last-Event-ID` that a reader who was away sends; null for one who is new. */
  readonly lastEventId: string | null
  /** When the event that is being answered came up; the request's own instant before any. */
  readonly now: Instant
  /** Id of the event that is being answered; null before any. */
  readonly eventId: string | null
  /** Tells that an event comes up. Events of a stream are answered one after another. */
  begin(eventId: string, now: Instant): void
  /** What is to be done when the stream is over, however it ends. */
  onEnd(work: () => void): void
  readonly end: () => void
}

const sessions = new WeakMap<Request, StreamSession>()

/** The session of a request, made at its first asking. */
export function streamSessionOf(request: Request, now: Instant): StreamSession {
  const known = sessions.get(request)
  if (known !== undefined) return known
  let instant = now
  let id: string | null = null
  const atEnd: (() => void)[] = []
  const session: StreamSession = {
    lastEventId: request.headers.get('last-event-id') || null,
    get now() {
      return instant
    },
    get eventId() {
      return id
    },
    begin: (eventId, at) => {
      id = eventId
      instant = at
    },
    onEnd: (work) => {
      atEnd.push(work)
    },
    end: () => {
      for (const work of atEnd.splice(0)) work()
    },
  }
  sessions.set(request, session)
  return session
}

/** The session of a request that has one. */
export function knownSessionOf(request: Request): StreamSession | undefined {
  return sessions.get(request)
}
