import { Command } from 'commander'
import { withDatabase } from './database.ts'
import type { CommandSetup } from './terminal.ts'

/** `duban backup FILE`: a consistent copy of the SQLite file while others write. */
export function backupCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('backup')
    .description(
      say({ zh: '在线备份 SQLite 数据库', en: 'back the SQLite database up while it is used' }),
    )
    .argument('<file>')
    .action((file: string) =>
      act(() =>
        withDatabase(terminal, async (storage) => {
          await storage.backup(file)
          return {
            ok: true,
            text: { zh: `已备份到 ${file}`, en: `backed up to ${file}` },
            json: { file },
          }
        }),
      ),
    )
}
