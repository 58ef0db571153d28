import { type Answer, readAnswer } from './answer.ts'
import { createEnding, type Ending } from './ending.ts'
import { isPassing, type Problem, problemOf } from './problem.ts'
import { type Asked, type Route, send } from './request.ts'
import { createEventReader } from './stream-event.ts'

/** What happens on one connection. */
export type Step<TData> =
  | { readonly kind: 'OPEN' }
  /** Something came, be it a heartbeat. */
  | { readonly kind: 'ALIVE' }
  | { readonly kind: 'ANSWER'; readonly answer: Answer<TData>; readonly lastId: string }
  /** There is no more, and it is no use to ask again. */
  | { readonly kind: 'COMPLETE' }
  | { readonly kind: 'LOST'; readonly problem: Problem }

export interface StreamOptions {
  readonly signal?: AbortSignal | undefined
  readonly silenceMs: number
  readonly lastId: string
}

/** Follows one connection of GraphQL over SSE, distinct connections mode, to its end. It does not throw. */
export async function* stream<TData>(
  route: Route,
  asked: Asked,
  { signal, silenceMs, lastId }: StreamOptions,
): AsyncGenerator<Step<TData>, void> {
  const ending = createEnding(signal, silenceMs)
  try {
    const before = ending.problem()
    if (before) {
      yield { kind: 'LOST', problem: before }
      return
    }
    ending.wind()
    const response = await send(route, asked, {
      accept,
      signal: ending.signal,
      streams: true,
      lastId,
    })
    if (isEventStream(response)) {
      yield { kind: 'OPEN' }
      yield* answersIn<TData>(response, ending, lastId)
    } else {
      yield* onlyAnswer<TData>(await response.text(), response.status)
    }
  } catch (thrown) {
    yield { kind: 'LOST', problem: ending.problem() ?? problemOf(thrown) }
  } finally {
    ending.close()
  }
}

const accept = 'text/event-stream'
const endedEarly: Problem = { kind: 'NETWORK', message: 'the stream ended early' }

function isEventStream(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').toLowerCase().startsWith(accept)
}

/** The answer of a server that does not stream, as it refuses, fails or is away. */
function* onlyAnswer<TData>(text: string, status: number): Generator<Step<TData>, void> {
  const answer = readAnswer<TData>(text, status)
  if (!answer.ok && isPassing(answer.problem)) {
    yield { kind: 'LOST', problem: answer.problem }
    return
  }
  yield { kind: 'ANSWER', answer, lastId: '' }
  yield { kind: 'COMPLETE' }
}

async function* answersIn<TData>(
  response: Response,
  ending: Ending,
  before: string,
): AsyncGenerator<Step<TData>, void> {
  const read = createEventReader()
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  // A stream that is not the network's own, as in a test or a service worker, does not know the signal.
  ending.signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}))
  for (;;) {
    // The clock runs only while the server is waited for, not while the caller thinks.
    ending.wind()
    const piece = await reader?.read()
    ending.rest()
    if (!piece || piece.done) {
      yield { kind: 'LOST', problem: ending.problem() ?? endedEarly }
      return
    }
    yield { kind: 'ALIVE' }
    for (const { type, data, lastId } of read(decoder.decode(piece.value, { stream: true }))) {
      if (type === 'next') {
        const answer = readAnswer<TData>(data, response.status)
        yield { kind: 'ANSWER', answer, lastId: lastId || before }
      }
      if (type === 'complete') {
        yield { kind: 'COMPLETE' }
        return
      }
    }
  }
}
