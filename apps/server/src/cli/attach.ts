import { createHash } from 'node:crypto'
import { checkLocators, textOfLocatorFinding } from '@duban/domain/documents'
import type { Storage } from '@duban/storage'
import { Command } from 'commander'
import type { PlanAt } from '../schema/plan-at.ts'
import { withDatabase } from './database.ts'
import { planOf } from './plan-of.ts'
import { readBytes } from './read-file.ts'
import { type CommandResult, type CommandSetup, refused } from './terminal.ts'

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
        return withDatabase(terminal, async (storage) => {
          const at = await planOf(storage, plan, terminal)
          if ('refusal' in at) return at.refusal
          return attach(storage, at, file, read.bytes, terminal.now().toISOString())
        })
      }),
    )
}

async function attach(
  storage: Storage,
  at: PlanAt,
  file: string,
  bytes: Uint8Array,
  now: string,
): Promise<CommandResult> {
  const plan = at.facts.code
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = at.plan.documents.find((one) => one.sha256 === sha256)
  if (!document) {
    const expected = at.plan.documents.map((one) => one.sha256).join(', ')
    return refused('WRONG_DOCUMENT', {
      zh: `${file} 不是 ${plan} 的文件：指纹为 ${sha256}，应为 ${expected}`,
      en: `${file} is no document of ${plan}: its SHA-256 is ${sha256}, not ${expected}`,
    })
  }
  const text = decodeUtf8(bytes)
  if (text === null) {
    return refused('NOT_UTF8', { zh: `${file} 不是 UTF-8 文本`, en: `${file} is not UTF-8 text` })
  }
  const findings = checkLocators(at.plan, document.code, text)
  if (findings.length > 0) {
    return { ok: false, code: 'WRONG_LOCATORS', reasons: findings.map(textOfLocatorFinding) }
  }
  const outcome = await storage.update<never>(plan, () => ({
    commit: {
      facts: [],
      texts: [{ sha256, text }],
      audit: {
        at: now,
        actor: 'duban attach',
        command: 'attachDocument',
        reason: null,
        summary: { document: document.code, sha256 },
      },
    },
  }))
  return {
    ok: true,
    text: {
      zh: `已附上 ${document.code}，全部出处核对无误`,
      en: `attached ${document.code}; every locator holds`,
    },
    json: { plan, document: document.code, sha256, outcome: outcome.outcome },
  }
}

/** The bytes as text, a mark at their start included, so that ranges count as they do in the file; null for no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
