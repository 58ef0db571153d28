#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { run } from './cli/run.ts'

/** Resolves at the first signal to end; a second one ends the process at once, as it always did. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

// A reader that has seen enough (`duban export ... | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// A command that reads a million rows holds few of them: garbage is collected before it is several times as much.
if (process.argv[2] !== 'serve') setFlagsFromString('--heap-growing-percent=20')

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { screen: process.stderr } : {}),
  stopped,
})
