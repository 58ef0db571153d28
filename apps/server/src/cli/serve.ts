import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { pino } from 'pino'
import { loadTokenKeys } from '../auth/token-keys.ts'
import { type Listening, listen } from '../http/listen.ts'
import { loadShippedPlans } from '../load-shipped-plans.ts'
import { readOperations } from '../persisted-operations.ts'
import { createServer } from '../server.ts'
import { startWebhooks } from '../webhooks/tell-webhooks.ts'
import { deriveRows } from '../writing/derived-rows.ts'
import { withDatabase } from './database.ts'
import { reasonOf } from './import.ts'
import { type CommandResult, type CommandSetup, refused } from './terminal.ts'

/** How long requests under way may take to finish when the server is told to stop. */
const graceMs = 10_000

/** `duban serve`: migrates, loads the shipped plans, derives what an earlier version did not, serves GraphQL until the process is told to stop. */
export function serveCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('serve')
    .description(say({ zh: '启动服务', en: 'serve GraphQL and GraphiQL' }))
    .action(() =>
      act(() =>
        withDatabase(terminal, async (storage, settings): Promise<CommandResult> => {
          const loaded = await loadTokenKeys(settings.auth, settings)
          if (!loaded.ok) return { ok: false, code: 'BAD_KEYS', reasons: loaded.problems }
          for (const warning of loaded.warnings) terminal.err(say(warning))
          const importing = {
            now: terminal.now().toISOString(),
            newId: randomUUID,
            actor: 'duban serve',
          }
          const plans = await loadShippedPlans(storage, importing, settings)
          if (plans.outcome === 'REFUSED') {
            return { ok: false, code: 'REFUSED', reasons: plans.refusals.map(reasonOf) }
          }
          const read = await readOperations(settings.operationsFile)
          if (!read.ok) return refused('BAD_OPERATIONS', read.problem)
          const log = pino({ level: settings.logLevel }, pino.destination(2))
          const rebuilt = await storage.rebuild(deriveRows, 'OUTDATED')
          if (rebuilt > 0)
            log.info({ plans: rebuilt }, 'derived anew what an earlier version did not')
          const server = createServer(settings, {
            storage,
            log,
            keys: loaded.keys,
            operations: read.operations,
            now: terminal.now,
          })
          const { host, port } = settings
          let listening: Listening
          try {
            listening = await listen(server, host, port)
          } catch (error) {
            return cannotListen(host, port, error)
          }
          const { urls, secret } = settings.webhooks
          const teller =
            secret === null || urls.length === 0
              ? null
              : await startWebhooks(urls, secret, {
                  storage,
                  log,
                  now: terminal.now,
                  fetch,
                  random: Math.random,
                })
          terminal.out(listening.url)
          await terminal.stopped()
          await teller?.stop()
          await listening.stop(graceMs)
          return { ok: true, text: { zh: '', en: '' }, json: { stopped: true } }
        }),
      ),
    )
}

function cannotListen(host: string, port: number, error: unknown): CommandResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const taken = code === 'EADDRINUSE'
  return refused('CANNOT_LISTEN', {
    zh: `无法监听 ${host}:${port}：${taken ? '端口已被占用，请用 PORT 另选' : code}`,
    en: `cannot listen on ${host}:${port}: ${taken ? 'it is in use; choose another with PORT' : code}`,
  })
}
