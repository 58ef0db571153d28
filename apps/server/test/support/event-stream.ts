import type { TestServer } from './test-server.ts'

/** One event of a stream. */
export interface StreamEvent {
  readonly type: string
  readonly id: string | null
  readonly data: string
}

/** An open stream of events, read one at a time. */
export interface EventStream {
  readonly status: number
  readonly headers: Headers
  /** The next event; null at the end of the stream. */
  next(): Promise<StreamEvent | null>
  /** Comments (signs of life) so far. */
  readonly comments: () => number
  close(): Promise<void>
}

/** Opens a subscription as a browser's EventSource does: a GET that wants events. */
export async function openStream(
  tested: Pick<TestServer, 'server'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  lastEventId?: string,
): Promise<EventStream> {
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  const response = await tested.server.yoga.fetch(`http://duban.test/graphql?${asked}`, {
    headers: {
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  })
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let comments = 0
  // The first piece comes at once; a stream that nobody has read from does not hear that it is closed.
  let text = decoder.decode((await reader?.read())?.value, { stream: true })
  return {
    status: response.status,
    headers: response.headers,
    comments: () => comments,
    next: async () => {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end >= 0) {
          const block = text.slice(0, end)
          text = text.slice(end + 2)
          const event = readEvent(block)
          if (event !== null) return event
          comments++
          continue
        }
        const piece = await reader?.read()
        if (piece === undefined || piece.done) return null
        // Only what is decoded at once is seen; the parts of a character wait in the decoder.
        text += decoder.decode(piece.value, { stream: true })
      }
    },
    close: async () => {
      await reader?.cancel()
    },
  }
}

function readEvent(block: string): StreamEvent | null {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const [name = '', value = ''] = line.split(/:\s?(.*)/s)
    if (name !== '') fields.set(name, value)
  }
  const type = fields.get('event')
  if (type === undefined) return null
  return { type, id: fields.get('id') ?? null, data: fields.get('data') ?? '' }
}
