import { type Answer, problemOnly } from './answer.ts'
import { askedOf, type Operation } from './operation.ts'
import { pause } from './pause.ts'
import type { Problem } from './problem.ts'
import type { Route } from './request.ts'
import { type Loss, type Retry, waitOf } from './retry.ts'
import { stream, type Wish } from './stream.ts'

/** How a subscription is followed. */
export interface FollowOptions<TData, TVariables> {
  /** Ends it: the last answer is then the problem ABORTED. */
  readonly signal?: AbortSignal
  /** Milliseconds without a sign of life, heartbeats among them, after which a connection counts as lost; 45 000 unless given. */
  readonly silenceMs?: number
  /** Called when a connection stands; 1 is the first. */
  readonly onOpen?: (connection: number) => void
  /**
   * Called when a connection is lost or could not be had, for how to try again; null gives up, and the last answer is
   * the problem. Unless given, it tries for ever, waiting from half a second up to half a minute.
   */
  readonly onLost?: (loss: Loss<TData, TVariables>) => Retry<TVariables> | null
}

/** Follows a subscription over as many connections as it takes. It does not throw. */
export async function* followAll<TData, TVariables>(
  route: Route,
  operation: Operation<TData, TVariables>,
  first: TVariables,
  options: FollowOptions<TData, TVariables>,
  random: () => number,
): AsyncGenerator<Answer<TData>, void> {
  const { signal, silenceMs = 45_000 } = options
  let variables = first
  let last: TData | null = null
  let wish: Wish = { lastId: '', retryMs: null }
  let connections = 0
  let attempt = 0
  for (;;) {
    let lost: Problem | null = null
    let signs = 0
    for await (const step of stream<TData>(route, askedOf(operation, variables), {
      signal,
      silenceMs,
      wish,
    })) {
      switch (step.kind) {
        case 'OPEN':
          connections += 1
          options.onOpen?.(connections)
          break
        case 'ALIVE':
          signs += 1
          // A server greets at once; what comes after that shows that it stays.
          if (signs > 1) attempt = 0
          break
        case 'ANSWER':
          attempt = 0
          if (step.answer.ok) last = step.answer.data
          yield step.answer
          break
        case 'COMPLETE':
          return
        case 'LOST':
          lost = step.problem
          wish = step.wish
      }
    }
    if (lost === null) return
    attempt += 1
    const retry: Retry<TVariables> | null =
      lost.kind === 'ABORTED'
        ? null
        : retryOf({ problem: lost, attempt, last, variables, retryMs: wish.retryMs })
    if (retry === null) {
      yield problemOnly(lost)
      return
    }
    variables = retry.variables ?? variables
    await pause(retry.afterMs, signal)
  }

  function retryOf(loss: Loss<TData, TVariables>): Retry<TVariables> | null {
    return options.onLost ? options.onLost(loss) : { afterMs: waitOf(loss, random()) }
  }
}
