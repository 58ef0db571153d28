import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SECRET_BYTES } from './guessable-secret.ts'

const fileName = 'token.key'

/** A server's own key, and where it lies. */
export interface KeyFile {
  readonly file: string
  readonly secret: string
  /** Whether others than its owner may read it. */
  readonly readableByOthers: boolean
}

/**
 * The key in the data folder, made at random where there is none yet; of two processes that start at once both get
 * the same. Rejects with the system's error where it can be neither read nor written.
 */
export async function keyFileIn(dataDir: string): Promise<KeyFile> {
  const file = join(dataDir, fileName)
  await makeOnce(file, dataDir)
  const secret = (await readFile(file, 'utf8')).trim()
  const { mode } = await stat(file)
  // Windows has no such bits and reports them all as set.
  const readableByOthers = process.platform !== 'win32' && (mode & 0o077) !== 0
  return { file, secret, readableByOthers }
}

async function makeOnce(file: string, dataDir: string): Promise<void> {
  if (await exists(file)) return
  await mkdir(dataDir, { recursive: true })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
  })
  try {
    // A link never takes the place of a file, and the file is whole as soon as it is there.
    await link(draft, file)
  } catch (error) {
    if (!(await exists(file))) throw error
  } finally {
    await unlink(draft)
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
      throw error
    },
  )
}
