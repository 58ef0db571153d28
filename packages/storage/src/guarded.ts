import { asFailure } from './as-failure.ts'
import { StorageFailure } from './failure.ts'

const mostReads = 4

/** A reading that lost its connection is done again, on another one. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await guarded(work)
    } catch (error) {
      const lost = error instanceof StorageFailure && error.code === 'CONNECTION_LOST'
      if (!lost || attempt === mostReads) throw error
    }
  }
}

/** No error of a driver gets out. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asFailure(error)
  }
}
