import type { Text } from '@duban/domain'
import { SingleBar } from 'cli-progress'
import type { CommandSetup } from './terminal.ts'

/** How far long work has come, drawn as a bar where somebody looks. */
export interface Progress {
  /** So much of the total is done. */
  readonly to: (done: number) => void
  /** Takes the bar away. */
  readonly end: () => void
}

/** Draws a bar on a terminal; where there is none, or with `--json`, nothing is drawn. */
export function startProgress(
  { screen, say }: Pick<CommandSetup, 'screen' | 'say'>,
  what: Text,
  total: number,
): Progress {
  if (screen === undefined || total === 0) return { to: () => undefined, end: () => undefined }
  const bar = new SingleBar({
    stream: screen,
    format: `${say(what)} [{bar}] {percentage}% {value}/{total}`,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
  })
  bar.start(total, 0)
  return { to: (done) => bar.update(done), end: () => bar.stop() }
}
