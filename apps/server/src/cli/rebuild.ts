import { Command } from 'commander'
import { deriveRows } from '../writing/derived-rows.ts'
import { withDatabase } from './database.ts'
import type { CommandSetup } from './terminal.ts'

/** `duban rebuild [CODE...]`: derives the tables anew from the facts; the facts stay as they are. */
export function rebuildCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('rebuild')
    .description(say({ zh: '由事实重新推导各表', en: 'derive the tables anew from the facts' }))
    .argument('[code...]')
    .action((codes: string[]) =>
      act(() =>
        withDatabase(terminal, async (storage) => {
          const plans = await storage.rebuild(deriveRows, codes.length === 0 ? undefined : codes)
          return {
            ok: true,
            text: { zh: `已重建 ${plans} 个计划`, en: `rebuilt ${plans} plans` },
            json: { plans },
          }
        }),
      ),
    )
}
