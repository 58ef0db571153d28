import type { ExecutionArgs } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Limits } from '../settings/settings.ts'

/** Gives up an answer that is not there in time. What runs without waiting is bounded by its cost instead. */
export function useTimeLimit(limits: Limits): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => {
        const result: unknown = executeFn(args)
        return result instanceof Promise ? within(result) : result
      })
    },
  }

  function within(result: Promise<unknown>): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      timer = setTimeout(() => {
        const params = { limit: limits.timeMs, setting: limitVariables.timeMs }
        resolve({ errors: [refuse('TIME_LIMIT', params, { status: 503 })] })
        // What arrives after all is closed, so that a stream does not run on unseen.
        void result.then(close, () => undefined)
      }, limits.timeMs)
    })
    return Promise.race([result, late]).finally(() => clearTimeout(timer))
  }
}

async function close(answer: unknown): Promise<void> {
  if (isAsyncIterable(answer)) await answer[Symbol.asyncIterator]().return?.()
}
