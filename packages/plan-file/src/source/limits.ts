/** How much a plan file may hold before it is refused unread. */
export interface PlanFileLimits {
  /** Size of the file in bytes; 8 MiB unless given. */
  readonly bytes: number
  /** Mappings and lists inside each other; 32 unless given. A plan needs 8. */
  readonly depth: number
  /** Keys, values, spaces and marks of the YAML text; 2 000 000 unless given. */
  readonly tokens: number
  /** Entries of a list inside an entry, for example the actions of a task; 1 000 unless given. */
  readonly inner: number
  /** Issues told of one file; 100 unless given. */
  readonly issues: number
}

export const defaultLimits: PlanFileLimits = {
  bytes: 8 * 1024 * 1024,
  depth: 32,
  tokens: 2_000_000,
  inner: 1000,
  issues: 100,
}

/** Issues after which a file is wrong enough to be looked at no further. */
export function enoughIssues({ issues }: PlanFileLimits): number {
  return issues * 10
}
