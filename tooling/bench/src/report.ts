import { cpus } from 'node:os'
import { rateOf, type Timing } from './interleave.ts'

/** Prints one line on the machine, so that a figure can be judged. */
export function printMachine(): void {
  const [first] = cpus()
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${first?.model ?? 'unknown'}`)
}

/** Prints the timings, with rates where a run does several things. */
export function printTimings(timings: readonly Timing[]): void {
  for (const timing of timings) {
    const { name, median, lowest, highest, rounds, cpu, count } = timing
    const rate = count === undefined ? '' : `, ${figure(rateOf(timing))}/s`
    const cpuRate = count === undefined ? '' : `, ${figure(rateOf(timing, 'cpu'))}/s`
    const range = `${milliseconds(lowest)} to ${milliseconds(highest)}, ${rounds} rounds`
    console.log(
      `${name}: ${milliseconds(median)}${rate} (${range}; CPU ${milliseconds(cpu)}${cpuRate})`,
    )
  }
}

/** A claim and whether the figures bear it out; a broken one makes the process end with 1. */
export function printClaim(claim: string, holds: boolean): void {
  console.log(`${holds ? 'holds' : 'BROKEN'}: ${claim}`)
  if (!holds) process.exitCode = 1
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 1 ? 4 : time < 10 ? 2 : 1)} ms`
}

export function figure(value: number): string {
  return Math.round(value).toLocaleString('en').replaceAll(',', ' ')
}
