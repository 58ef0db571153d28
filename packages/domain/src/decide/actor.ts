/** What a person or a program may do: REPORTER 填报 (for the units it names), REVIEWER 复核, EDITOR 编制, ADMIN 管理. */
export type Role = 'REPORTER' | 'REVIEWER' | 'EDITOR' | 'ADMIN'

/** Who commands. */
export interface Actor {
  /** Goes into `recordedBy`: the subject of a token, or the name of a command. */
  readonly name: string
  readonly roles: readonly Role[]
  /** Codes of the Units that a REPORTER reports for. */
  readonly units: readonly string[]
  /** True for the program itself, which may do everything. */
  readonly trusted?: boolean
}
