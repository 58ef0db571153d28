/** Something to time. A run may prepare what it needs outside the clock. */
export interface Contender {
  readonly name: string
  /** How many things one run does, where there is a rate to tell. */
  readonly count?: number
  /** Called before each run, not timed. */
  readonly prepare?: () => unknown
  readonly run: () => unknown
}

/** What the rounds gave for one contender, in milliseconds. */
export interface Timing {
  readonly name: string
  readonly median: number
  readonly lowest: number
  readonly highest: number
  readonly rounds: number
  readonly count?: number
}

/**
 * Runs the contenders in turn, round after round, so that a slow spell of the machine meets all of them; the
 * first `warmUp` rounds are not counted. The order turns round each time.
 */
export async function interleave(
  contenders: readonly Contender[],
  options: { readonly rounds: number; readonly warmUp: number },
): Promise<readonly Timing[]> {
  const times = new Map(contenders.map((contender) => [contender.name, [] as number[]]))
  for (let round = -options.warmUp; round < options.rounds; round++) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed()
    for (const contender of order) {
      await contender.prepare?.()
      globalThis.gc?.()
      const started = performance.now()
      await contender.run()
      const took = performance.now() - started
      if (round >= 0) times.get(contender.name)?.push(took)
    }
  }
  return contenders.map(({ name, count }) => ({
    ...timingOf(name, times.get(name) ?? []),
    ...(count === undefined ? {} : { count }),
  }))
}

/** Median, lowest and highest of some times. */
export function timingOf(name: string, times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
  return {
    name,
    median,
    lowest: sorted[0] ?? 0,
    highest: sorted.at(-1) ?? 0,
    rounds: sorted.length,
  }
}

/** Things a second at the median. */
export function rateOf(timing: Timing | undefined): number {
  return timing?.count === undefined ? 0 : (timing.count / timing.median) * 1000
}
