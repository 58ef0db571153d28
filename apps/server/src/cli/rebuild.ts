import { Command } from 'commander'
import { allTimelines } from '../writing/timeline-rows.ts'
import { withDatabase } from './database.ts'
import type { CommandSetup } from './terminal.ts'

/** `duban rebuild [CODE...]`: computes the timelines anew from the facts; the facts stay as they are. */
export function rebuildCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('rebuild')
    .description(say({ zh: '由事实重建时段', en: 'compute the timelines anew from the facts' }))
    .argument('[code...]')
    .action((codes: string[]) =>
      act(() =>
        withDatabase(terminal, async (storage) => {
          const plans = await storage.rebuild(allTimelines, codes.length === 0 ? undefined : codes)
          return {
            ok: true,
            text: { zh: `已重建 ${plans} 个计划`, en: `rebuilt ${plans} plans` },
            json: { plans },
          }
        }),
      ),
    )
}
