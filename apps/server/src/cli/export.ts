import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { type ExportFormat, exportFormats, exportPlan, isOfADay } from '../export/export-plan.ts'
import { defaultChoice } from '../schema/view-choice.ts'
import { withDatabase } from './database.ts'
import { unknownPlan } from './plan-of.ts'
import { cannotWrite } from './read-file.ts'
import { type CommandResult, type CommandSetup, refused } from './terminal.ts'
import { asOfOption, knownAtOption } from './view-options.ts'

interface ExportOptions {
  readonly as: ExportFormat
  readonly out?: string
  readonly asOf?: string
  readonly knownAt?: string
}

/** `duban export CODE`: the plan and its facts, which `duban import` reads again, or its commitments on a day. */
export function exportCommand(setup: CommandSetup): Command {
  const { act, say } = setup
  return new Command('export')
    .description(
      say({
        zh: '导出计划及其事实（yaml、json），或承诺事项清单（csv、xlsx）与期限日历（ics）',
        en: 'export a plan and its facts (yaml, json), a table of its commitments (csv, xlsx) or of due dates (ics)',
      }),
    )
    .argument('<code>')
    .addOption(
      new Option('--as <format>', say({ zh: '格式', en: 'format' }))
        .choices(exportFormats)
        .default('yaml'),
    )
    .option(
      '--out <file>',
      say({
        zh: '写入文件，默认为标准输出',
        en: 'file to write; the standard output unless given',
      }),
    )
    .addOption(asOfOption(setup))
    .addOption(knownAtOption(setup))
    .action((code: string, options: ExportOptions, command: Command) => {
      const { as, out, asOf } = options
      if (asOf !== undefined && !isOfADay(as)) {
        command.error(
          say({
            zh: `${as} 包含所有日期，不取 --as-of`,
            en: `${as} holds every day and takes no --as-of`,
          }),
        )
      }
      if (as === 'xlsx' && out === undefined) {
        command.error(
          say({ zh: 'xlsx 须用 --out 写入文件', en: 'xlsx is written to a file: give --out' }),
        )
      }
      return act(() => exportTo(code, options, setup))
    })
}

function exportTo(
  plan: string,
  { as, out, asOf, knownAt }: ExportOptions,
  { terminal, lang }: CommandSetup,
): Promise<CommandResult> {
  return withDatabase(terminal, async (storage) => {
    const facts = await storage.loadPlan(plan)
    const choice = { ...defaultChoice, asOf: asOf ?? null, knownAt: knownAt ?? null }
    const now = terminal.now().toISOString()
    const made = facts && (await exportPlan(facts, as, choice, { lang, now }))
    if (made === null) return refused('UNKNOWN_PLAN', unknownPlan(plan))
    if (out === undefined) {
      const text = made.toString().trimEnd()
      return { ok: true, text: { zh: text, en: text }, json: { plan, document: made.toString() } }
    }
    const failure = await writeFile(out, made).then(() => null, cannotWrite(out))
    if (failure) return failure
    return {
      ok: true,
      text: { zh: `已写入 ${out}`, en: `wrote ${out}` },
      json: { plan, file: out },
    }
  })
}
