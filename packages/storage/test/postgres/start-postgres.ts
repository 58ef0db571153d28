import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { postgresPrograms } from './binaries.ts'

/** A PostgreSQL server of one's own. */
export interface PostgresServer {
  readonly url: string
  readonly folder: string
  /** Kills it as a power switch would, and starts it again on the same files. */
  crash(): Promise<void>
  stop(): Promise<void>
}

// PostgreSQL refuses to run as root; every Linux has this user.
const nobody = 65534
const isRoot = process.getuid?.() === 0
const user = isRoot ? { uid: nobody, gid: nobody } : {}
const env = { ...process.env, LC_ALL: 'C' }

/** Starts a PostgreSQL server on a free port of loopback, with its files in a temporary folder. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = freshFolder()
  const flags = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']
  execFileSync(program('initdb'), flags, { ...user, env, stdio: 'pipe' })
  return await launch(folder, settings)
}

/** Starts a server that follows another one, from a copy of its files taken while it runs. */
export async function startReplica(primary: PostgresServer): Promise<PostgresServer> {
  const folder = freshFolder()
  const client = new pg.Client({ connectionString: primary.url })
  await client.connect()
  await client.query("select pg_backup_start('replica', true)")
  cpSync(primary.folder, folder, {
    recursive: true,
    filter: (path) => !/postmaster\.(pid|opts)$|\.s\.PGSQL/.test(path),
  })
  const { rows } = await client.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop()',
  )
  await client.end()
  writeFileSync(join(folder, 'backup_label'), rows[0]?.labelfile ?? '')
  writeFileSync(join(folder, 'standby.signal'), '')
  if (isRoot) execFileSync('chown', ['-R', `${nobody}:${nobody}`, folder])
  chmodSync(folder, 0o700)
  const { port } = new URL(primary.url)
  return await launch(folder, [
    'fsync=off',
    `primary_conninfo=host=127.0.0.1 port=${port} user=postgres`,
  ])
}

function program(name: string): string {
  return join(postgresPrograms(), 'bin', name)
}

function freshFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'duban-test-'))
  const folder = join(base, 'postgres')
  mkdirSync(folder, { mode: 0o700 })
  if (isRoot) {
    chmodSync(base, 0o755)
    chownSync(folder, nobody, nobody)
  }
  return folder
}

async function launch(folder: string, settings: readonly string[]): Promise<PostgresServer> {
  const port = await freePort()
  const flags = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings]
  let server = await startOn(folder, port, flags)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    folder,
    crash: async () => {
      await ended(server, 'SIGKILL')
      server = await startOn(folder, port, flags)
    },
    stop: async () => {
      // Fast shutdown: connections that are still open are ended.
      await ended(server, 'SIGINT')
      rmSync(dirname(folder), { recursive: true, force: true })
    },
  }
}

async function startOn(
  folder: string,
  port: number,
  flags: readonly string[],
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const server = spawn(
      program('postgres'),
      ['-D', folder, '-p', `${port}`, ...flags.flatMap((flag) => ['-c', flag])],
      { ...user, env, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    try {
      await ready(server)
      return server
    } catch (error) {
      // After a crash its last processes may still be on their way out.
      if (attempt === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (/ready to accept (read-only )?connections/.test(said)) resolve()
    })
    server.on('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.on('exit', () => resolve())
    server.kill(signal)
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
