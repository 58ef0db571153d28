import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage } from '@duban/storage'
import { loadTokenKeys, type TokenKeys } from '../../src/auth/token-keys.ts'
import type { Operations } from '../../src/persisted-operations.ts'
import { createServer, type Server } from '../../src/server.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import type { Limits, Settings } from '../../src/settings/settings.ts'
import { silentLog } from './silent-log.ts'

/** A server without a port, on an empty SQLite database of its own. */
export interface TestServer {
  readonly server: Server
  readonly storage: Storage
  /** The storage as the server sees it. */
  readonly served: Storage
  readonly keys: TokenKeys
  /** The SQL statements run since the last look. */
  readonly statements: () => readonly string[]
  readonly close: () => Promise<void>
}

/** What a test may choose; everything else is as a user gets it. */
export interface TestOptions {
  readonly limits?: Partial<Limits>
  readonly settings?: Partial<Omit<Settings, 'limits'>>
  readonly operations?: Operations
  /** A data folder that is there already, and stays. */
  readonly dataDir?: string
  /** How the storage is seen by the server. */
  readonly through?: (storage: Storage) => Storage
  /** The clock; 2020-07-15 at noon in Zhengzhou unless given. */
  readonly now?: () => Date
  /** Where ids of facts come from. */
  readonly newId?: () => string
}

export const testNow = (): Date => new Date('2020-07-15T04:00:00Z')

export async function testServer(options: TestOptions = {}): Promise<TestServer> {
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'duban-server-'))
  let seen: string[] = []
  const storage = await openStorage({
    url: `file:${join(folder, 'duban.db')}`,
    onStatement: (sql) => seen.push(sql),
  })
  const read = readSettings({})
  if (!read.ok) throw new Error('an empty environment is a good one')
  const { limits, ...defaults } = read.settings
  const settings = {
    ...defaults,
    ...options.settings,
    limits: { ...limits, ...options.limits },
  }
  const place = { host: settings.host, dataDir: folder }
  const loaded = await loadTokenKeys(settings.auth, place)
  if (!loaded.ok) throw new Error(loaded.problems[0]?.en)
  const { keys } = loaded
  const served = options.through?.(storage) ?? storage
  const server = createServer(settings, {
    storage: served,
    log: silentLog,
    keys,
    operations: options.operations ?? new Map(),
    now: options.now ?? testNow,
    ...(options.newId === undefined ? {} : { newId: options.newId }),
  })
  return {
    server,
    storage,
    served,
    keys,
    statements: () => {
      const taken = seen
      seen = []
      return taken
    },
    close: async () => {
      await server.yoga.dispose()
      await storage.close()
      if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
