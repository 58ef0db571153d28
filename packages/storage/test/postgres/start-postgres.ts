import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from './binaries.ts'

/** A PostgreSQL server of one's own. */
export interface PostgresServer {
  readonly url: string
  readonly process: ChildProcess
  readonly folder: string
  stop(): Promise<void>
}

// PostgreSQL refuses to run as root; every Linux has this user.
const nobody = 65534

/** Starts a PostgreSQL server on a free port of loopback, with its files in a temporary folder. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const programs = join(postgresPrograms(), 'bin')
  const base = mkdtempSync(join(tmpdir(), 'duban-test-'))
  const folder = join(base, 'postgres')
  mkdirSync(folder, { mode: 0o700 })
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? { uid: nobody, gid: nobody } : {}
  if (isRoot) {
    chmodSync(base, 0o755)
    chownSync(folder, nobody, nobody)
  }
  const env = { ...process.env, LC_ALL: 'C' }
  const common = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']
  execFileSync(join(programs, 'initdb'), common, { ...user, env, stdio: 'pipe' })
  const port = await freePort()
  const flags = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings]
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', folder, '-p', `${port}`, ...flags.flatMap((flag) => ['-c', flag])],
    { ...user, env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await ready(server)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    process: server,
    folder,
    stop: async () => {
      await ended(server)
      rmSync(base, { recursive: true, force: true })
    },
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.on('exit', () => resolve())
    // Fast shutdown: connections that are still open are ended.
    server.kill('SIGINT')
  })
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
