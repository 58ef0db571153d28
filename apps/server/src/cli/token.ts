import type { Text } from '@duban/domain'
import { Command, InvalidArgumentError, Option } from 'commander'
import { signToken } from '../auth/sign-token.ts'
import { loadTokenKeys } from '../auth/token-keys.ts'
import { readSettings } from '../settings/read-settings.ts'
import { type CommandResult, type CommandSetup, refused, type Terminal } from './terminal.ts'

const roles = ['REPORTER', 'REVIEWER', 'EDITOR', 'ADMIN'] as const
const defaultDays = 30
const mostDays = 3650

interface TokenOptions {
  readonly role: (typeof roles)[number]
  readonly unit: readonly string[]
  readonly name?: string
  readonly days: number
}

/** `duban token --role ROLE --unit UNIT`: a bearer token signed with the server's own key, or with JWT_SECRET. */
export function tokenCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('token')
    .description(say({ zh: '签发访问令牌', en: 'sign a bearer token' }))
    .addOption(
      new Option('--role <role>', say({ zh: '角色', en: 'what its bearer may do' }))
        .choices(roles)
        .makeOptionMandatory(),
    )
    .option(
      '--unit <unit>',
      say({ zh: '责任单位代码，可重复', en: 'code of a unit it reports for; may be repeated' }),
      (unit: string, units: readonly string[]) => [...units, unit],
      [],
    )
    .option('--name <name>', say({ zh: '持有人', en: 'who it is for; goes into every record' }))
    .option(
      '--days <days>',
      say({ zh: '有效天数', en: 'days until it expires' }),
      readDays,
      defaultDays,
    )
    .action((options: TokenOptions) => act(() => makeToken(options, terminal)))
}

function readDays(text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > mostDays) throw new InvalidArgumentError(`1 - ${mostDays}`)
  return days
}

async function makeToken(options: TokenOptions, terminal: Terminal): Promise<CommandResult> {
  const { role, unit: units, days } = options
  if (role === 'REPORTER' && units.length === 0) return refused('UNIT_REQUIRED', unitRequired)
  const read = readSettings(terminal.env)
  if (!read.ok) return { ok: false, code: 'BAD_SETTINGS', reasons: read.problems }
  const { auth, host, dataDir } = read.settings
  const loaded = await loadTokenKeys(auth, { host, dataDir })
  if (!loaded.ok) return { ok: false, code: 'BAD_KEYS', reasons: loaded.problems }
  const { secret, issuer, audience } = loaded.keys
  if (secret === null) return refused('NO_SECRET', noSecret)
  const name = options.name ?? [role.toLowerCase(), ...units].join('-')
  const now = terminal.now()
  const actor = { name, roles: [role], units }
  const token = await signToken(secret, { actor, now, days, issuer, audience })
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString()
  return { ok: true, text: { zh: token, en: token }, json: { token, name, role, units, expiresAt } }
}

const unitRequired: Text = {
  zh: '填报员（REPORTER）须用 --unit 指明责任单位',
  en: 'a REPORTER reports for the units it names: give --unit',
}

const noSecret: Text = {
  zh: '设置了 JWKS_FILE 而没有 JWT_SECRET：令牌由身份提供方签发',
  en: 'JWKS_FILE is set and JWT_SECRET is not: tokens come from your identity provider',
}
