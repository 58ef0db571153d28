import type { Text } from '@duban/domain'
import { weaknessOf } from '../auth/guessable-secret.ts'

/** Whom to tell of commits, and with which secret. */
export interface WebhookSettings {
  /** Addresses that are told, each of every commit. */
  readonly urls: readonly string[]
  /** What tellings are signed with; null where nobody is told. */
  readonly secret: string | null
}

/** Reads the settings of webhooks. Problems are added to the list; an address may hold a password and is not repeated. */
export function readWebhookSettings(
  env: Readonly<Record<string, string | undefined>>,
  problems: Text[],
): WebhookSettings {
  const urls = (env.DUBAN_WEBHOOKS ?? '').split(/[\s,]+/).filter((url) => url !== '')
  const secret = env.DUBAN_WEBHOOK_SECRET || null
  for (const [at, url] of urls.entries()) {
    if (isHttp(url)) continue
    problems.push({
      zh: `DUBAN_WEBHOOKS 的第 ${at + 1} 个地址应以 http:// 或 https:// 开头`,
      en: `address ${at + 1} in DUBAN_WEBHOOKS must start with http:// or https://`,
    })
  }
  if (urls.length > 0 && (secret === null || weaknessOf(secret) !== null)) {
    problems.push({
      zh: '设置 DUBAN_WEBHOOKS 时，DUBAN_WEBHOOK_SECRET 应为不易猜中的密钥，至少 32 字节',
      en: 'with DUBAN_WEBHOOKS, DUBAN_WEBHOOK_SECRET must be a secret of at least 32 bytes that is not easily guessed',
    })
  }
  return { urls, secret }
}

function isHttp(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol)
  } catch {
    return false
  }
}
