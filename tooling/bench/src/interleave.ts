/** Something to time. A run may prepare what it needs outside the clock. */
export interface Contender {
  readonly name: string
  /** How many things one run does, where there is a rate to tell. */
  readonly count?: number
  /** Called before each run, not timed. */
  readonly prepare?: () => unknown
  readonly run: () => unknown
}

/**
 * What the rounds gave for one contender, in milliseconds. `cpu` is the median of the process's CPU time, all its
 * threads together: on a machine with other work it says more than the clock.
 */
export interface Timing {
  readonly name: string
  readonly median: number
  readonly cpu: number
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
  const runs = new Map(contenders.map((contender) => [contender.name, [] as Run[]]))
  for (let round = -options.warmUp; round < options.rounds; round++) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed()
    for (const contender of order) {
      await contender.prepare?.()
      const before = process.cpuUsage()
      const started = performance.now()
      await contender.run()
      const clock = performance.now() - started
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) runs.get(contender.name)?.push({ clock, cpu: (user + system) / 1000 })
    }
  }
  return contenders.map(({ name, count }) => ({
    ...timingOf(name, runs.get(name) ?? []),
    ...(count === undefined ? {} : { count }),
  }))
}

interface Run {
  readonly clock: number
  readonly cpu: number
}

function timingOf(name: string, runs: readonly Run[]): Timing {
  const clocks = runs.map(({ clock }) => clock)
  return {
    name,
    median: medianOf(clocks),
    cpu: medianOf(runs.map(({ cpu }) => cpu)),
    lowest: Math.min(...clocks),
    highest: Math.max(...clocks),
    rounds: runs.length,
  }
}

/** The median; 0 of nothing. */
export function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** Things a second at the median, by the clock or by CPU time. */
export function rateOf(timing: Timing | undefined, by: 'median' | 'cpu' = 'median'): number {
  return timing?.count === undefined ? 0 : (timing.count / timing[by]) * 1000
}
