import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** A headless Chromium: Debian's where it is installed, otherwise the one that ships as a package. */
export async function launchBrowser(): Promise<Browser> {
  const debian = '/usr/bin/chromium'
  if (existsSync(debian)) {
    return chromium.launch({ executablePath: debian, args: ['--no-sandbox', ...quiet] })
  }
  const folder = mkdtempSync(join(tmpdir(), 'duban-chromium-'))
  const browser = await inTemporaryFolder(folder, () => launchPackaged(folder))
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }))
  return browser
}

async function launchPackaged(folder: string): Promise<Browser> {
  // Read when the package is imported: it then unpacks the libraries that a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  return chromium.launch({
    executablePath,
    args: [...packaged.args, ...quiet],
    env: { ...process.env, FONTCONFIG_PATH: configureFonts(folder) },
  })
}

/** The package's own list of font folders names fixed ones; a page without any font ends the browser. */
function configureFonts(folder: string): string {
  const configuration = join(folder, 'fontconfig')
  mkdirSync(configuration)
  writeFileSync(
    join(configuration, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return configuration
}

/** The package unpacks itself into the shared temporary folder, where another user's or a half-made copy may stand. */
async function inTemporaryFolder<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await run()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Keeps the browser itself from asking hosts of its own. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
