import type { Instant } from '@duban/domain'

/** A plan with commits that a webhook has not been told of. */
export interface WebhookDue {
  readonly plan: string
  /** Last commit that it has taken. */
  readonly delivered: number
  /** Times in a row that the next one failed. */
  readonly attempts: number
}

/** What came of telling a webhook; `error` says why the last attempt failed. */
export interface WebhookSettled {
  readonly delivered: number
  readonly attempts: number
  readonly nextAt: Instant
  readonly error: string | null
}

/** How far the webhooks have come, for any number of servers: what is to be told is in the plans' commits. */
export interface WebhookPlaces {
  /** At the first time of an endpoint, takes all that is there as told; later it does nothing. */
  begin(endpoint: string, now: Instant): Promise<void>
  /** Plans that an endpoint is to be told of now, those first that have waited longest. */
  due(endpoint: string, now: Instant, limit: number): Promise<readonly WebhookDue[]>
  /** Takes a plan in hand until an instant; false where another server has it. */
  hold(plan: string, endpoint: string, now: Instant, until: Instant): Promise<boolean>
  /** Writes down how far it is, and lets go. */
  settle(plan: string, endpoint: string, settled: WebhookSettled): Promise<void>
}
