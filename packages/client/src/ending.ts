import type { Problem } from './problem.ts'

/** What can end a request: the caller's signal, and a clock that runs while it is wound. */
export interface Ending {
  /** For `fetch`. */
  readonly signal: AbortSignal
  /** Why it was ended; null while it was not. */
  readonly problem: () => Problem | null
  /** Starts the clock anew. */
  readonly wind: () => void
  /** Stops the clock. */
  readonly rest: () => void
  /** Lets go of the clock, the signal and the connection. */
  readonly close: () => void
}

/** Ends a request when the caller's signal says so, or `afterMs` after the clock was last wound. */
export function createEnding(caller: AbortSignal | undefined, afterMs: number): Ending {
  const controller = new AbortController()
  let problem: Problem | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (because: Problem): void => {
    problem ??= because
    controller.abort()
  }
  const abort = (): void => end({ kind: 'ABORTED' })
  const rest = (): void => clearTimeout(timer)
  if (caller?.aborted) abort()
  else caller?.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    problem: () => problem,
    wind: () => {
      rest()
      timer = setTimeout(() => end({ kind: 'TIMEOUT', afterMs }), afterMs)
    },
    rest,
    close: () => {
      rest()
      caller?.removeEventListener('abort', abort)
      controller.abort()
    },
  }
}
