import { writeFile } from 'node:fs/promises'
import { printPlan } from '@duban/plan-file'
import { Command, Option } from 'commander'
import { withDatabase } from './database.ts'
import { planOf } from './plan-of.ts'
import { cannotWrite } from './read-file.ts'
import type { CommandResult, CommandSetup } from './terminal.ts'

/** `duban export CODE`: the plan and its facts as a plan document, which `duban import` reads again. */
export function exportCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('export')
    .description(say({ zh: '导出计划及其事实', en: 'export a plan and its facts' }))
    .argument('<code>')
    .addOption(
      new Option('--as <format>', say({ zh: '格式', en: 'format' }))
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .option(
      '--out <file>',
      say({
        zh: '写入文件，默认为标准输出',
        en: 'file to write; the standard output unless given',
      }),
    )
    .action((code: string, { as, out }: { as: 'yaml' | 'json'; out?: string }) =>
      act(() =>
        withDatabase(terminal, async (storage): Promise<CommandResult> => {
          const at = await planOf(storage, code, terminal)
          if ('refusal' in at) return at.refusal
          const document = printPlan(at.plan, at.facts.facts, { as })
          if (out === undefined) {
            const text = document.trimEnd()
            return { ok: true, text: { zh: text, en: text }, json: { plan: code, document } }
          }
          const failure = await writeFile(out, document).then(() => null, cannotWrite(out))
          if (failure) return failure
          return {
            ok: true,
            text: { zh: `已写入 ${out}`, en: `wrote ${out}` },
            json: { plan: code, file: out },
          }
        }),
      ),
    )
}
