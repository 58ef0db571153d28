#!/usr/bin/env node
import { run } from './cli/run.ts'

/** Resolves at the first signal to end; a second one ends the process at once, as it always did. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  stopped,
})
