import { createHash } from 'node:crypto'
import type { Storage, WebhookDue, WebhookSettled } from '@duban/storage'
import type { Logger } from 'pino'
import { type PlanChange, planChange } from '../writing/plan-commits.ts'
import { backOffMs } from './back-off.ts'
import { signWebhook } from './sign-webhook.ts'
import { webhookBody } from './webhook-body.ts'

/** What webhooks are told with. */
export interface WebhookDependencies {
  readonly storage: Storage
  readonly log: Logger
  readonly now: () => Date
  readonly fetch: typeof globalThis.fetch
  /** A number from 0 to 1 that spreads attempts. */
  readonly random: () => number
}

/** Webhooks that are told of commits, apart from those who commit. */
export interface WebhookTeller {
  /** Stops telling; what was not told waits in the database. */
  stop(): Promise<void>
}

const timeoutMs = 10_000
/** A server that dies at it holds a plan so long. */
const holdMs = 60_000
const commitsAtOnce = 20
const plansAtOnce = 20
/** How often it is looked for attempts that are due again, and for what other servers left. */
const lookEveryMs = 2_000

/**
 * Tells each address of every commit, in the order of a plan's commits, at least once: again with back-off until it is
 * answered with 2xx. How far each is stands in the database, so that any number of servers share the work.
 */
export async function startWebhooks(
  urls: readonly string[],
  secret: string,
  dependencies: WebhookDependencies,
): Promise<WebhookTeller> {
  const { storage, now } = dependencies
  let stopped = false
  const wakes = new Set<() => void>()
  for (const url of urls) await storage.webhooks.begin(endpointOf(url), now().toISOString())
  const unlisten = await storage.listen(() => {
    for (const wake of wakes) wake()
  })
  const loops = urls.map(async (url) => {
    while (!stopped) {
      let more = false
      try {
        more = await tellDue(url, secret, dependencies, () => stopped)
      } catch (error) {
        dependencies.log.warn({ err: error }, 'webhooks cannot be told for the moment')
      }
      if (!stopped && !more) await restUntil(wakes, lookEveryMs)
    }
  })
  return {
    stop: async () => {
      stopped = true
      for (const wake of wakes) wake()
      await Promise.all(loops)
      await unlisten()
    },
  }
}

/** The name of an address in the database: it may hold a password. */
function endpointOf(url: string): string {
  return createHash('sha256').update(url).digest('base64url')
}

async function restUntil(wakes: Set<() => void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => undefined
  await new Promise<void>((resolve) => {
    wake = resolve
    wakes.add(resolve)
    timer = setTimeout(resolve, milliseconds)
    timer.unref()
  })
  clearTimeout(timer)
  wakes.delete(wake)
}

/** Tells an address what is due; true where there may be more at once. */
async function tellDue(
  url: string,
  secret: string,
  dependencies: WebhookDependencies,
  isStopped: () => boolean,
): Promise<boolean> {
  const { storage, now } = dependencies
  const endpoint = endpointOf(url)
  const due = await storage.webhooks.due(endpoint, now().toISOString(), plansAtOnce)
  let told = false
  for (const one of due) {
    if (isStopped()) return false
    const instant = now()
    const until = new Date(instant.getTime() + holdMs).toISOString()
    if (!(await storage.webhooks.hold(one.plan, endpoint, instant.toISOString(), until))) continue
    const settled = await tellPlan(url, secret, dependencies, one, isStopped)
    await storage.webhooks.settle(one.plan, endpoint, settled)
    told ||= settled.error === null
  }
  return told
}

async function tellPlan(
  url: string,
  secret: string,
  dependencies: WebhookDependencies,
  { plan, delivered, attempts }: WebhookDue,
  isStopped: () => boolean,
): Promise<WebhookSettled> {
  const { storage, log, now, random } = dependencies
  // The plan is let go before another server may take it for abandoned.
  const until = now().getTime() + holdMs - 2 * timeoutMs
  let done = delivered
  for (const change of await changesAfter(storage, plan, delivered)) {
    if (isStopped() || now().getTime() > until) break
    const error = await tellOnce(url, secret, dependencies, change)
    if (error !== null) {
      // What went before it went well, and so it is the first attempt at this one.
      const tried = done === delivered ? attempts + 1 : 1
      const nextAt = new Date(now().getTime() + backOffMs(tried, random())).toISOString()
      log.warn({ plan, revision: done + 1, attempts: tried, error, nextAt }, 'a webhook failed')
      return { delivered: done, attempts: tried, nextAt, error }
    }
    done = change.commit.revision
  }
  return { delivered: done, attempts: 0, nextAt: now().toISOString(), error: null }
}

async function changesAfter(
  storage: Storage,
  plan: string,
  revision: number,
): Promise<readonly PlanChange[]> {
  const commits = await storage.commitsSince(plan, revision, commitsAtOnce)
  const facts = commits.length === 0 ? null : await storage.loadPlan(plan)
  if (facts === null) return []
  const changes: PlanChange[] = []
  for (const commit of commits) changes.push(planChange(facts, commit, changes.at(-1)?.after))
  return changes
}

/** Tells one commit; null where it was taken, otherwise why not. */
async function tellOnce(
  url: string,
  secret: string,
  { now, fetch }: WebhookDependencies,
  change: PlanChange,
): Promise<string | null> {
  const { plan, revision } = change.commit
  const body = webhookBody(change)
  const signed = signWebhook(secret, { id: `${plan}/${revision}`, at: now(), body })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'duban', ...signed },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    // Nobody reads the answer, and its connection is free again.
    await response.body?.cancel()
    return response.ok ? null : `HTTP ${response.status}`
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return cause instanceof Error ? cause.message.slice(0, 200) : String(cause)
  }
}
