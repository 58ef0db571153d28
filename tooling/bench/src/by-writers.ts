/** As many as the tests let write one plan. */
export const WRITERS = 64

/** So many things written by so many writers at once, each of which waits for its own before its next. */
export async function byWriters(
  writers: number,
  count: number,
  write: (at: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const writer = async () => {
    while (next < count) await write(next++)
  }
  await Promise.all(Array.from({ length: writers }, writer))
}
