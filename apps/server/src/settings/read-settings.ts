import { fileURLToPath } from 'node:url'
import type { Text } from '@duban/domain'
import { readAuthSettings } from '../auth/auth-settings.ts'
import { readWebhookSettings } from '../webhooks/webhook-settings.ts'
import { defaultLimits, type Limits, logLevels, type Settings } from './settings.ts'

/** Settings, or what is wrong with the environment, one text a variable. */
export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly Text[] }

export type Environment = Readonly<Record<string, string | undefined>>

/** The setting that raises or lowers each limit. */
export const limitVariables: Readonly<Record<keyof Limits, string>> = {
  depth: 'DUBAN_MAX_DEPTH',
  cost: 'DUBAN_MAX_COST',
  aliases: 'DUBAN_MAX_ALIASES',
  tokens: 'DUBAN_MAX_TOKENS',
  bodyBytes: 'DUBAN_MAX_BODY_BYTES',
  timeMs: 'DUBAN_TIMEOUT_MS',
  pageSize: 'DUBAN_MAX_PAGE_SIZE',
  rows: 'DUBAN_MAX_ROWS',
  pastPlans: 'DUBAN_MAX_PAST_PLANS',
  subscriptions: 'DUBAN_MAX_SUBSCRIPTIONS',
}

/** Reads the environment. A variable that is absent or empty takes its default. */
export function readSettings(env: Environment): SettingsRead {
  const problems: Text[] = []
  const read = (name: string): string | undefined => env[name] || undefined

  const whole = (name: string, fallback: number, min: number, max: number): number => {
    const text = read(name)
    if (text === undefined) return fallback
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= min && value <= max) return value
    problems.push({
      zh: `${name} 应为 ${min} 到 ${max} 之间的整数，现为“${text}”`,
      en: `${name} must be a whole number from ${min} to ${max}, not "${text}"`,
    })
    return fallback
  }

  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const text = read(name)
    if (text === undefined) return fallback
    const found = choices.find((one) => one === text)
    if (found !== undefined) return found
    problems.push({
      zh: `${name} 应为 ${choices.join('、')} 之一，现为“${text}”`,
      en: `${name} must be one of ${choices.join(', ')}, not "${text}"`,
    })
    return fallback
  }

  const limit = (name: keyof Limits): number =>
    whole(limitVariables[name], defaultLimits[name], 1, 1_000_000_000)

  const databaseUrl = read('DATABASE_URL') ?? null
  if (databaseUrl !== null && !isPostgres(databaseUrl)) {
    // The value may hold a password, so it is not repeated.
    problems.push({
      zh: 'DATABASE_URL 应以 postgres:// 开头；不设置时使用 DATA_DIR 下的 SQLite 文件',
      en: 'DATABASE_URL must start with postgres://; without it the SQLite file under DATA_DIR is used',
    })
  }

  const replicaUrl = read('DATABASE_REPLICA_URL') ?? null
  if (replicaUrl !== null && !isPostgres(replicaUrl)) {
    problems.push({
      zh: 'DATABASE_REPLICA_URL 应以 postgres:// 开头',
      en: 'DATABASE_REPLICA_URL must start with postgres://',
    })
  } else if (replicaUrl !== null && databaseUrl === null) {
    problems.push({
      zh: 'DATABASE_REPLICA_URL 是 DATABASE_URL 所指 PostgreSQL 的副本，须同时设置 DATABASE_URL',
      en: 'DATABASE_REPLICA_URL is a replica of the PostgreSQL that DATABASE_URL names, which has to be set too',
    })
  }

  const settings: Settings = {
    host: read('HOST') ?? '127.0.0.1',
    port: whole('PORT', 4000, 0, 65_535),
    dataDir: read('DATA_DIR') ?? fileURLToPath(new URL('../../../../.data', import.meta.url)),
    databaseUrl,
    replicaUrl,
    limits: {
      depth: limit('depth'),
      cost: limit('cost'),
      aliases: limit('aliases'),
      tokens: limit('tokens'),
      bodyBytes: limit('bodyBytes'),
      timeMs: limit('timeMs'),
      pageSize: limit('pageSize'),
      rows: limit('rows'),
      pastPlans: limit('pastPlans'),
      subscriptions: limit('subscriptions'),
    },
    auth: readAuthSettings(env, problems),
    webhooks: readWebhookSettings(env, problems),
    corsOrigins: (read('DUBAN_CORS_ORIGINS') ?? '').split(/[\s,]+/).filter((one) => one !== ''),
    simulated: choice('DUBAN_SIMULATED', ['on', 'off'], 'on') === 'on',
    introspection: choice('DUBAN_INTROSPECTION', ['on', 'off'], 'on') === 'on',
    operationsFile: read('DUBAN_OPERATIONS_FILE') ?? null,
    persistedOnly: choice('DUBAN_PERSISTED_ONLY', ['on', 'off'], 'off') === 'on',
    graphiql: choice('DUBAN_GRAPHIQL', ['on', 'off'], 'on') === 'on',
    heartbeatMs: whole('DUBAN_HEARTBEAT_MS', 15_000, 100, 600_000),
    logLevel: choice('LOG_LEVEL', logLevels, 'info'),
  }
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems }
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}
