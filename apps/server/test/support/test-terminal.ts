import type { Terminal } from '../../src/cli/terminal.ts'
import type { Environment } from '../../src/settings/read-settings.ts'

/** A terminal that remembers what was said, and is told to stop by the test. */
export interface TestTerminal extends Terminal {
  readonly said: () => { readonly out: string; readonly err: string }
  readonly stop: () => void
}

export function testTerminal(env: Environment, now = '2020-07-15T04:00:00Z'): TestTerminal {
  const out: string[] = []
  const err: string[] = []
  let stop: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  return {
    env,
    now: () => new Date(now),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stopped: () => stopped,
    said: () => ({ out: out.join('\n'), err: err.join('\n') }),
    stop: () => stop(),
  }
}
