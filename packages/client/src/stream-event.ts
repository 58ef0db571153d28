/** One event of an event stream, as the HTML standard reads it. */
export interface StreamEvent {
  /** `message` unless the stream names it. */
  readonly type: string
  readonly data: string
  /** The id last given in the stream, this event's or an earlier one's; empty at first. */
  readonly lastId: string
}

/**
 * Reads an event stream piece by piece: hand it the next piece of text, get the events that it completes. An event
 * that the stream's end cuts off is dropped. Source: HTML, 9.2.6 Interpreting an event stream.
 */
export function createEventReader(): (piece: string) => readonly StreamEvent[] {
  let rest = ''
  let afterReturn = false
  let started = false
  let type = ''
  let lines: string[] = []
  let lastId = ''

  const takeField = (line: string): void => {
    const colon = line.indexOf(':')
    // A comment, such as a heartbeat.
    if (colon === 0) return
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (name === 'data') lines.push(value)
    if (name === 'event') type = value
    if (name === 'id' && !value.includes('\0')) lastId = value
  }

  const takeEvent = (): StreamEvent | null => {
    const event = { type: type || 'message', data: lines.join('\n'), lastId }
    const isEmpty = lines.length === 0
    type = ''
    lines = []
    return isEmpty ? null : event
  }

  return (piece) => {
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
  }
}
