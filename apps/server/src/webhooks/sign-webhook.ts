import { createHmac } from 'node:crypto'

/**
 * The headers of a telling, signed as Standard Webhooks 1.0.0 says: HMAC-SHA256 over `id.timestamp.body`, in Base64,
 * with the secret's UTF-8 bytes. The id is the same each time the same commit is told.
 */
export function signWebhook(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
