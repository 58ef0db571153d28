import { Command } from 'commander'
import { type AttachOutcome, attachDocument } from '../writing/attach-document.ts'
import { failureOfOutcome } from '../writing/failure.ts'
import { withDatabase } from './database.ts'
import { readBytes } from './read-file.ts'
import type { CommandResult, CommandSetup } from './terminal.ts'

/** `duban attach DOCUMENT.txt --plan CODE`: holds a document's text, so that locators quote it. */
export function attachCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('attach')
    .description(
      say({
        zh: '附上文件原文，核对指纹与出处',
        en: 'attach the text of a document, checking it against the plan',
      }),
    )
    .argument('<document.txt>')
    .requiredOption('--plan <code>', say({ zh: '计划代码', en: 'code of the plan' }))
    .action((file: string, { plan }: { plan: string }) =>
      act(async () => {
        const read = await readBytes(file)
        if ('refusal' in read) return read.refusal
        return withDatabase(terminal, async (storage): Promise<CommandResult> => {
          const outcome = await attachDocument(storage, {
            plan,
            bytes: read.bytes,
            actor: { name: 'duban attach' },
            now: terminal.now().toISOString(),
          })
          return outcome.outcome === 'DONE' ? attached(plan, outcome) : notAttached(file, outcome)
        })
      }),
    )
}

function attached(
  plan: string,
  { document, revision, saved }: Extract<AttachOutcome, { readonly outcome: 'DONE' }>,
): CommandResult {
  return {
    ok: true,
    text: {
      zh: `已附上 ${document}，全部出处核对无误`,
      en: `attached ${document}; every locator holds`,
    },
    json: { plan, document, revision, saved },
  }
}

function notAttached(
  file: string,
  outcome: Exclude<AttachOutcome, { readonly outcome: 'DONE' }>,
): CommandResult {
  const { refusals } =
    outcome.outcome === 'REFUSED' ? outcome : failureOfOutcome(outcome, ['EDITOR', 'ADMIN'])
  const reasons = refusals.map(({ code, text }) =>
    code === 'NO_PLAN' ? text : { zh: `${file}：${text.zh}`, en: `${file}: ${text.en}` },
  )
  return { ok: false, code: refusals[0]?.code ?? outcome.outcome, reasons }
}
