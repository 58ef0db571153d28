import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../src/http/listen.ts'
import { launchBrowser } from './support/browser.ts'
import { importErqi } from './support/erqi.ts'
import { type TestServer, testServer } from './support/test-server.ts'

describe('GraphiQL in a real browser', { timeout: 120_000 }, () => {
  let served: TestServer
  let listening: Listening
  let browser: Browser
  let page: Page
  const elsewhere: string[] = []
  const complaints: string[] = []

  /** Takes a picture for a person to look at, where SCREENSHOTS names a folder. */
  const look = async (name: string): Promise<void> => {
    const folder = process.env.SCREENSHOTS
    if (folder) await page.screenshot({ path: join(folder, name), timeout: 90_000 })
  }

  beforeAll(async () => {
    served = await testServer()
    await importErqi(served.storage)
    listening = await listen(served.server, '127.0.0.1', 0)
    browser = await launchBrowser()
    // High enough for the answer: the editor only draws the lines it shows.
    page = await browser.newPage({ viewport: { width: 1500, height: 1600 } })
    const { host } = new URL(listening.url)
    await page.route('**', async (route) => {
      const url = new URL(route.request().url())
      if (url.host === host || url.protocol === 'data:' || url.protocol === 'blob:') {
        await route.continue()
        return
      }
      elsewhere.push(url.href)
      await route.abort()
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await listening?.stop(0)
    await served?.close()
  })

  it('runs the first tab and shows six plates and seven tasks, asking no other host for anything', async () => {
    await page.goto(listening.url)
    await page.getByRole('tab', { name: 'EveryPromise' }).waitFor()
    const [answer] = await Promise.all([
      page.waitForResponse(async (response) => {
        const sent = response.request().postData() ?? ''
        return response.url() === listening.url && sent.includes('query EveryPromise')
      }),
      page.getByRole('button', { name: /execute/i }).click(),
    ])
    const { data } = (await answer.json()) as {
      data: { plan: { plates: unknown[]; tasks: unknown[] } }
    }
    expect([data.plan.plates.length, data.plan.tasks.length]).toEqual([6, 7])

    const shown = page.locator('.graphiql-response')
    await expect.poll(() => shown.textContent(), { timeout: 20_000 }).toContain('"plates"')
    await look('graphiql.png')
    const lines = ((await shown.textContent()) ?? '').replaceAll('\u00a0', ' ')
    expect(lines.match(/"name":/g)).toHaveLength(6)
    for (let number = 1; number <= 7; number += 1) expect(lines).toContain(`"number": ${number}`)
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
  })

  it('knows the schema: the documentation names the roots', async () => {
    await page.getByRole('button', { name: /documentation explorer/i }).click()
    await page.getByText('Query', { exact: true }).first().click()
    await page.getByRole('link', { name: 'plan', exact: true }).waitFor()
    await look('graphiql-docs.png')
    expect(elsewhere).toEqual([])
  })
})
