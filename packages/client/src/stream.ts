import { type Answer, readAnswer } from './answer.ts'
import { createEnding, type Ending } from './ending.ts'
import { isPassing, type Problem, problemOf } from './problem.ts'
import { type Asked, type Route, send } from './request.ts'
import { createEventReader, type EventReader } from './stream-event.ts'

/** What happens on one connection. */
export type Step<TData> =
  | { readonly kind: 'OPEN' }
  /** Something came, be it a heartbeat. */
  | { readonly kind: 'ALIVE' }
  | { readonly kind: 'ANSWER'; readonly answer: Answer<TData> }
  /** There is no more, and it is no use to ask again. */
  | { readonly kind: 'COMPLETE' }
  | { readonly kind: 'LOST'; readonly problem: Problem; readonly wish: Wish }

/** How the server wishes to be come back to. */
export interface Wish {
  /** The id of the last event; empty where there is none. */
  readonly lastId: string
  /** Milliseconds to wait; null where it does not say. */
  readonly retryMs: number | null
}

export interface StreamOptions {
  readonly signal?: AbortSignal | undefined
  readonly silenceMs: number
  /** What the server wished when the last connection was lost. */
  readonly wish: Wish
}

/** Follows one connection of GraphQL over SSE, distinct connections mode, to its end. It does not throw. */
export async function* stream<TData>(
  route: Route,
  asked: Asked,
  { signal, silenceMs, wish }: StreamOptions,
): AsyncGenerator<Step<TData>, void> {
  const ending = createEnding(signal, silenceMs)
  const reader = createEventReader()
  const lost = (problem: Problem): Step<TData> => ({
    kind: 'LOST',
    problem: ending.problem() ?? problem,
    wish: {
      lastId: reader.lastId() || wish.lastId,
      retryMs: reader.retryMs() ?? wish.retryMs,
    },
  })
  try {
    const before = ending.problem()
    if (before) {
      yield lost(before)
      return
    }
    ending.wind()
    const response = await send(route, asked, {
      accept,
      signal: ending.signal,
      streams: true,
      lastId: wish.lastId,
    })
    if (isEventStream(response)) {
      yield { kind: 'OPEN' }
      const isComplete = yield* answersIn<TData>(response, reader, ending)
      yield isComplete ? { kind: 'COMPLETE' } : lost(endedEarly)
      return
    }
    const answer = readAnswer<TData>(await response.text(), response.status)
    // The server does not stream, as it refuses, fails or is away.
    if (!answer.ok && isPassing(answer.problem)) {
      yield lost(answer.problem)
      return
    }
    yield { kind: 'ANSWER', answer }
    yield { kind: 'COMPLETE' }
  } catch (thrown) {
    yield lost(problemOf(thrown))
  } finally {
    ending.close()
  }
}

const accept = 'text/event-stream'
const endedEarly: Problem = { kind: 'NETWORK', message: 'the stream ended early' }

function isEventStream(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').toLowerCase().startsWith(accept)
}

/** The answers in a stream; in the end, whether it was complete. */
async function* answersIn<TData>(
  response: Response,
  reader: EventReader,
  ending: Ending,
): AsyncGenerator<Step<TData>, boolean> {
  const decoder = new TextDecoder()
  const body = response.body?.getReader()
  // A stream that is not the network's own, as in a test or a service worker, does not know the signal.
  ending.signal.addEventListener('abort', () => void body?.cancel().catch(() => {}))
  for (;;) {
    // The clock runs only while the server is waited for, not while the caller thinks.
    ending.wind()
    const piece = await body?.read()
    ending.rest()
    if (!piece || piece.done) return false
    yield { kind: 'ALIVE' }
    for (const { type, data } of reader.take(decoder.decode(piece.value, { stream: true }))) {
      if (type === 'next') {
        yield { kind: 'ANSWER', answer: readAnswer<TData>(data, response.status) }
      }
      if (type === 'complete') return true
    }
  }
}
