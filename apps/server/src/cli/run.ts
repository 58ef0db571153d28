import { type Lang, type Text, textIn } from '@duban/domain'
import { StorageFailure } from '@duban/storage'
import { Command, CommanderError, Option } from 'commander'
import { attachCommand } from './attach.ts'
import { backupCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { exportCommand } from './export.ts'
import { generateCommand } from './generate.ts'
import { importCommand } from './import.ts'
import { rebuildCommand } from './rebuild.ts'
import { reportCommand } from './report.ts'
import { serveCommand } from './serve.ts'
import { statusCommand } from './status.ts'
import { type CommandResult, type CommandSetup, langOf, type Terminal } from './terminal.ts'
import { tokenCommand } from './token.ts'

/** Exit codes: done, refused (the reason on the standard error), wrong use. */
export const exitCodes = { done: 0, refused: 1, wrongUse: 2 } as const

/** Runs `duban` with arguments; answers the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const lang = langAsked(argv) ?? langOf(terminal.env)
  const json = argv.includes('--json')
  const say = (text: Text): string => textIn(text, lang)
  let exitCode: number = exitCodes.done

  const setup: CommandSetup = {
    terminal,
    lang,
    say,
    ...(json || terminal.screen === undefined ? {} : { screen: terminal.screen }),
    act: async (work) => {
      const result = await work().catch(resultOfFailure)
      exitCode = tell(result, { terminal, json, say })
    },
  }

  const program = new Command('duban')
    .description(
      say({ zh: '督办：政府工作计划的查询与督办', en: 'Ask a government work plan what was kept' }),
    )
    .addOption(
      new Option('--lang <lang>', say({ zh: '语言', en: 'language' })).choices(['zh', 'en']),
    )
    .option('--json', say({ zh: '输出 JSON', en: 'write JSON' }))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(say(wrongUse(text))),
    })
  for (const declare of commands) program.addCommand(declare(setup).copyInheritedSettings(program))

  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and the version are no errors; everything else commander throws is a wrong use.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
  }
  return exitCode
}

const commands: readonly ((setup: CommandSetup) => Command)[] = [
  serveCommand,
  importCommand,
  checkCommand,
  exportCommand,
  attachCommand,
  statusCommand,
  rebuildCommand,
  backupCommand,
  tokenCommand,
  reportCommand,
  generateCommand,
]

function langAsked(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
  const value = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1])
  return value === 'zh' ? 'ZH' : value === 'en' ? 'EN' : undefined
}

function wrongUse(text: string): Text {
  const message = text.trim().replace(/^error: /, '')
  return { zh: `用法错误：${message}`, en: `wrong use: ${message}` }
}

function resultOfFailure(error: unknown): CommandResult {
  if (error instanceof StorageFailure) {
    return { ok: false, code: error.code, reasons: [error.text] }
  }
  throw error
}

function tell(
  result: CommandResult,
  { terminal, json, say }: { terminal: Terminal; json: boolean; say: (text: Text) => string },
): number {
  if (result.ok) {
    const text = json ? JSON.stringify(result.json) : say(result.text)
    if (text !== '') terminal.out(text)
    return exitCodes.done
  }
  if (json) terminal.err(JSON.stringify({ code: result.code, reasons: result.reasons.map(say) }))
  else for (const reason of result.reasons) terminal.err(say(reason))
  return exitCodes.refused
}
