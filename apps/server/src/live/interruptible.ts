/**
 * A generator that can be ended while it waits: a generator by itself hears of its end only when it next yields.
 * `interrupt` makes it go on from where it waits.
 */
export function interruptible<T>(
  generator: AsyncGenerator<T>,
  interrupt: () => void,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: () => {
      interrupt()
      return generator.return(undefined)
    },
    throw: (error) => {
      interrupt()
      return generator.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
