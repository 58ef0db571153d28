import { randomUUID } from 'node:crypto'
import type { Text } from '@duban/domain'
import type { Refusal } from '@duban/domain/decide'
import { message } from '@duban/domain/messages'
import { Command } from 'commander'
import { importPlan } from '../import-plan.ts'
import { withDatabase } from './database.ts'
import { readPlanFile } from './read-plan-file.ts'
import type { CommandResult, CommandSetup } from './terminal.ts'

/** `duban import PLAN.yaml`: the plan as the file says it, in one transaction; again, it changes nothing. */
export function importCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('import')
    .description(say({ zh: '导入计划文件', en: 'import a plan file' }))
    .argument('<plan.yaml>')
    .action((file: string) =>
      act(async () => {
        const read = await readPlanFile(file)
        if ('refusal' in read) return read.refusal
        return withDatabase(terminal, async (storage): Promise<CommandResult> => {
          const now = terminal.now().toISOString()
          const context = { now, newId: randomUUID, actor: 'duban import' }
          const result = await importPlan(storage, read, context)
          if (result.outcome === 'REFUSED') {
            return { ok: false, code: 'REFUSED', reasons: result.refusals.map(reasonOf) }
          }
          const { outcome, revision } = result
          return {
            ok: true,
            text: done(read.plan.code, outcome, revision),
            json: { plan: read.plan.code, outcome, revision },
          }
        })
      }),
    )
}

function done(plan: string, outcome: 'IMPORTED' | 'UNCHANGED', revision: number): Text {
  return outcome === 'IMPORTED'
    ? { zh: `已导入 ${plan}，版本 ${revision}`, en: `imported ${plan}, revision ${revision}` }
    : {
        zh: `${plan} 没有变化，版本 ${revision}`,
        en: `${plan} is unchanged, revision ${revision}`,
      }
}

/** A refusal of the domain's as one line: which field, and why. */
export function reasonOf(refusal: Refusal): Text {
  const place = refusal.path === '' ? '' : `${refusal.path}: `
  return { zh: place + message(refusal, 'ZH'), en: place + message(refusal, 'EN') }
}
