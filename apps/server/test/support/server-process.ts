import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/duban.js', import.meta.url))

/** `duban serve` in a process of its own, which can be killed and started again on the same port. */
export interface ServerProcess {
  readonly origin: string
  start(): Promise<void>
  /** Ends it without a word, as a power cut does. */
  kill(): Promise<void>
}

/** A server that is not started yet, with these settings. */
export async function serverProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort()
  let child: ChildProcess | undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    start: async () => {
      const started = spawn(process.execPath, [program, 'serve'], {
        env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      let said = ''
      started.stderr.on('data', (text: Buffer) => {
        said += text.toString()
      })
      // It tells its address as soon as it listens.
      const listening = once(started.stdout, 'data')
      const ended = once(started, 'exit').then(() => {
        throw new Error(`the server ended: ${said}`)
      })
      await Promise.race([listening, ended])
      ended.catch(() => undefined)
    },
    kill: async () => {
      if (child === undefined || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
