import { type Answer, problemOnly, readAnswer } from './answer.ts'
import { createEnding } from './ending.ts'
import { problemOf } from './problem.ts'
import { type Asked, type Route, send } from './request.ts'

/** How one question is asked. */
export interface AskOptions {
  /** Ends it: the answer is then the problem ABORTED. */
  readonly signal?: AbortSignal
  /** Milliseconds until it is given up. */
  readonly timeoutMs?: number
}

/** Asks one operation and reads its answer. Whatever fails is a problem in the answer. */
export async function askOnce<TData>(
  route: Route,
  asked: Asked,
  { signal, timeoutMs = 30_000 }: AskOptions,
): Promise<Answer<TData>> {
  const ending = createEnding(signal, timeoutMs)
  try {
    const before = ending.problem()
    if (before) return problemOnly(before)
    ending.wind()
    const response = await send(route, asked, { accept, signal: ending.signal })
    return readAnswer<TData>(await response.text(), response.status)
  } catch (thrown) {
    return problemOnly(ending.problem() ?? problemOf(thrown))
  } finally {
    ending.close()
  }
}

const accept = 'application/graphql-response+json, application/json;q=0.9'
