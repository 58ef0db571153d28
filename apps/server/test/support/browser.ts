import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** A headless Chromium: Debian's where it is installed, otherwise the one that ships as a package. */
export async function launchBrowser(): Promise<Browser> {
  const debian = '/usr/bin/chromium'
  if (existsSync(debian)) {
    return chromium.launch({ executablePath: debian, args: ['--no-sandbox', ...quiet] })
  }
  // Read when the package is imported: it then unpacks the libraries that a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...quiet],
  })
}

/** Keeps the browser itself from asking hosts of its own. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
