import { changesOf, type PlanChange } from '../writing/plan-commits.ts'

/** Changes that one telling holds; there may be more, which a query tells. */
const changesTold = 100

/** What a webhook is told of a commit, as JSON: the same bytes each time. */
export function webhookBody(change: PlanChange): string {
  const { plan, revision, at, actor, command, reason, factCount } = change.commit
  const changes = changesOf(change)
  return JSON.stringify({
    type: 'plan.changed',
    timestamp: at,
    data: {
      plan,
      revision,
      actor,
      what: command,
      reason,
      factCount,
      changeCount: changes.length,
      changes: changes.slice(0, changesTold).map(({ commitment, before, after }) => ({
        code: commitment,
        before,
        after,
      })),
    },
  })
}
