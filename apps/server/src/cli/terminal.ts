import type { Lang, Text } from '@duban/domain'
import type { Environment } from '../settings/read-settings.ts'

/** Where a command reads its surroundings and writes its words. */
export interface Terminal {
  readonly env: Environment
  readonly now: () => Date
  /** Writes to the standard output; a line's end is added. */
  readonly out: (text: string) => void
  /** Writes to the standard error; a line's end is added. */
  readonly err: (text: string) => void
  /** Where progress may be drawn: the standard error, where it is a terminal. */
  readonly screen?: NodeJS.WriteStream
  /** Resolves when the process is asked to end. */
  readonly stopped: () => Promise<void>
}

/** What every command is declared with. */
export interface CommandSetup {
  readonly terminal: Terminal
  /** Runs the work and keeps its exit code. */
  readonly act: (work: () => Promise<CommandResult>) => Promise<void>
  /** A text in the language of the terminal. */
  readonly say: (text: Text) => string
  /** The language of the terminal. */
  readonly lang: Lang
  /** Where progress is drawn; not with `--json`. */
  readonly screen?: NodeJS.WriteStream
}

/** What a command says when it is done, or why it refuses. */
export type CommandResult =
  | { readonly ok: true; readonly text: Text; readonly json: unknown }
  | { readonly ok: false; readonly code: string; readonly reasons: readonly Text[] }

/** A refusal with one reason. */
export function refused(code: string, text: Text): CommandResult {
  return { ok: false, code, reasons: [text] }
}

/** The language of a terminal: Chinese where the locale says so. */
export function langOf(env: Environment): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^zh/i.test(locale) ? 'ZH' : 'EN'
}
