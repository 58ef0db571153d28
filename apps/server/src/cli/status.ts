import { textIn } from '@duban/domain'
import { Command } from 'commander'
import { assessmentOf } from '../schema/assessment-of.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { withDatabase } from './database.ts'
import { planOf } from './plan-of.ts'
import type { CommandSetup } from './terminal.ts'
import { asOfOption, knownAtOption } from './view-options.ts'

/** `duban status CODE --as-of DATE`: every commitment with its status and light. */
export function statusCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('status')
    .description(say({ zh: '各承诺事项的状态与灯', en: 'status and light of every commitment' }))
    .argument('<code>')
    .addOption(asOfOption({ say }))
    .addOption(knownAtOption({ say }))
    .action((code: string, options: { asOf?: string; knownAt?: string }) =>
      act(() =>
        withDatabase(terminal, async (storage) => {
          const choice = { asOf: options.asOf ?? null, knownAt: options.knownAt ?? null }
          const at = await planOf(storage, code, terminal, choice)
          if ('refusal' in at) return at.refusal
          const rows = rowsOf(at)
          return {
            ok: true,
            text: { zh: table(rows, 'ZH'), en: table(rows, 'EN') },
            json: { plan: code, asOf: at.asOf, knownAt: at.knownAt, commitments: rows },
          }
        }),
      ),
    )
}

function rowsOf(at: PlanAt) {
  return at.view.commitments.map(({ id, title, dueOn }) => {
    const { status, light, daysLate, actual, target } = assessmentOf(at, id)
    return { id, title, dueOn, status, light, daysLate, actual, target }
  })
}

function table(rows: ReturnType<typeof rowsOf>, lang: 'ZH' | 'EN'): string {
  return rows
    .map(({ status, light, dueOn, title }) =>
      [status.padEnd(8), light.padEnd(6), dueOn ?? '          ', textIn(title, lang)].join('  '),
    )
    .join('\n')
}
