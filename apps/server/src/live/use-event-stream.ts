import type { ExecutionResult } from 'graphql'
import { type FetchAPI, isAsyncIterable, type Plugin } from 'graphql-yoga'
import { knownSessionOf, type StreamSession } from './stream-session.ts'

/** How streams of events are sent. */
export interface EventStreamOptions {
  /** Milliseconds between signs of life. */
  readonly heartbeatMs: number
  /** Milliseconds after which a browser tries again. */
  readonly retryMs: number
  /** Whether the server is going away: a stream that ends then is not complete, and its reader comes back. */
  readonly isClosing: () => boolean
}

/**
 * Sends subscriptions as GraphQL over SSE, each event with the id from which a reader that was away goes on. A reader
 * that does not read is not sent anything: the next event is made when the last one is taken.
 */
export function useEventStream(options: EventStreamOptions): Plugin {
  return {
    onResultProcess(processing) {
      const { request, result, resultProcessor } = processing
      const session = knownSessionOf(request)
      if (!session || !isAsyncIterable(result)) return
      // Only a subscription gives events an id; parts of an answer (@defer) have none.
      if (!subscriptions.has(session)) return
      if (!resultProcessor) {
        // It is refused for want of a media type, and nobody will read it.
        session.end()
        return
      }
      // Of a reader who leaves before anything was sent, only the request tells.
      request.signal.addEventListener('abort', session.end)
      processing.setResultProcessor(
        (_result, fetchAPI) =>
          new fetchAPI.Response(bodyOf(result, session, options, fetchAPI), { headers }),
        'text/event-stream',
      )
    },
    onSubscribe({ args }) {
      const { contextValue } = args as {
        readonly contextValue: { readonly stream?: StreamSession }
      }
      if (contextValue.stream) subscriptions.add(contextValue.stream)
    },
  }
}

const subscriptions = new WeakSet<StreamSession>()

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  // Proxies that gather an answer before they pass it on are asked not to.
  'x-accel-buffering': 'no',
}

function bodyOf(
  results: AsyncIterable<ExecutionResult>,
  session: StreamSession,
  { heartbeatMs, retryMs, isClosing }: EventStreamOptions,
  fetchAPI: FetchAPI,
): ReadableStream {
  const iterator = results[Symbol.asyncIterator]()
  const encoder = new fetchAPI.TextEncoder()
  let heartbeat: NodeJS.Timeout | undefined
  const over = () => {
    clearInterval(heartbeat)
    session.end()
  }
  return new fetchAPI.ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`))
      heartbeat = setInterval(() => {
        // A reader that has not taken the last one needs no other sign of life.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(':\n\n'))
      }, heartbeatMs)
      heartbeat.unref()
    },
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done !== true) {
        controller.enqueue(encoder.encode(eventOf(value, session.eventId)))
        return
      }
      over()
      if (!isClosing()) controller.enqueue(encoder.encode('event: complete\ndata:\n\n'))
      controller.close()
    },
    async cancel() {
      // The iterator is wrapped in generators, and one that has not begun does not pass its end on.
      over()
      await iterator.return?.()
    },
  })
}

function eventOf(result: ExecutionResult, id: string | null): string {
  const place = id === null ? '' : `id: ${id}\n`
  return `event: next\n${place}data: ${JSON.stringify(withoutHttp(result))}\n\n`
}

/** How an answer is sent is no part of it. */
function withoutHttp({ errors, ...result }: ExecutionResult): object {
  if (!errors) return result
  const told = errors.map((error) => {
    const { extensions: { http: _http, ...extensions } = {}, ...rest } = error.toJSON()
    return { ...rest, extensions }
  })
  return { ...result, errors: told }
}
