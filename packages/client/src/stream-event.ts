/** One event of an event stream, as the HTML standard reads it. */
export interface StreamEvent {
  /** `message` unless the stream names it. */
  readonly type: string
  readonly data: string
  /** The id last given in the stream, this event's or an earlier one's; empty at first. */
  readonly lastId: string
}

/** Reads an event stream piece by piece. */
export interface EventReader {
  /** Takes the next piece of text and gives the events that it completes. */
  readonly take: (piece: string) => readonly StreamEvent[]
  /** The id to come back with; empty where the stream has given none. */
  readonly lastId: () => string
  /** Milliseconds to wait before coming back, as the stream wishes; null where it does not say. */
  readonly retryMs: () => number | null
}

/** An event that the stream’s end cuts off is dropped. Source: HTML, 9.2.6 Interpreting an event stream. */
export function createEventReader(): EventReader {
  let rest = ''
  let afterReturn = false
  let started = false
  let type = ''
  let lines: string[] = []
  let id = ''
  let lastId = ''
  let retryMs: number | null = null

  const takeField = (line: string): void => {
    const colon = line.indexOf(':')
    // A comment, such as a heartbeat.
    if (colon === 0) return
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (name === 'data') lines.push(value)
    if (name === 'event') type = value
    if (name === 'id' && !value.includes('\0')) id = value
    if (name === 'retry' && /^[0-9]+$/.test(value)) retryMs = Number(value)
  }

  const takeEvent = (): StreamEvent | null => {
    lastId = id
    const event = { type: type || 'message', data: lines.join('\n'), lastId }
    const isEmpty = lines.length === 0
    type = ''
    lines = []
    return isEmpty ? null : event
  }

  return {
    lastId: () => lastId,
    retryMs: () => retryMs,
    take: (piece) => {
      let text = piece
      if (text === '') return []
      if (!started && text.startsWith('\uFEFF')) text = text.slice(1)
      started = true
      // The second half of a line break that the pieces fell apart in.
      if (afterReturn && text.startsWith('\n')) text = text.slice(1)
      afterReturn = piece.endsWith('\r')
      const whole = (rest + text).split(/\r\n|\n|\r/)
      rest = whole.pop() ?? ''
      return whole.flatMap((line) => {
        if (line !== '') takeField(line)
        return line === '' ? (takeEvent() ?? []) : []
      })
    },
  }
}
