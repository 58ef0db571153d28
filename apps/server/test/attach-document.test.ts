import { printPlan } from '@duban/plan-file'
import { afterAll, describe, expect, it } from 'vitest'
import { officeText } from './support/office-document.ts'
import { officePlan } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'
import { giveAs, sendAs } from './support/writer.ts'

const editor = { name: 'wang', roles: ['EDITOR'], units: [] } as const

describe('attachDocument', async () => {
  const tested = await testServer()
  afterAll(() => tested.close())
  const plan = 'office-2020'
  await giveAs(tested, editor, 'importPlan', { document: printPlan(officePlan()) })

  const attach = (text: string, guards: Readonly<Record<string, unknown>> = {}) =>
    giveAs(
      tested,
      editor,
      'attachDocument',
      { plan, text, ...guards },
      'document { code textHeld }',
    )

  async function quote(): Promise<string> {
    const { data } = await sendAs(
      tested,
      null,
      `{ plan(code: "${plan}") { rule(code: "started") { code } tasks { locators { quote } } } }`,
    )
    return JSON.stringify(data)
  }

  it('refuses any other text, naming both digests', async () => {
    expect(await attach(`${officeText} `)).toMatchObject({
      __typename: 'Refused',
      code: 'WRONG_DOCUMENT',
      path: 'text',
      en: expect.stringMatching(/[0-9a-f]{64}, not [0-9a-f]{64}$/),
    })
    expect(await attach(officeText, { plan: 'nowhere' })).toMatchObject({ code: 'NO_PLAN' })
    expect(await quote()).toContain('"quote":null')
  })

  it('tries, attaches once, repeats its answer, and then has nothing to do', async () => {
    expect(await attach(officeText, { dryRun: true })).toMatchObject({ saved: false, revision: 1 })
    expect(await attach(officeText, { expectedRevision: 7 })).toMatchObject({
      __typename: 'Conflict',
    })
    const first = await attach(officeText, { idempotencyKey: 'a' })
    expect(first).toMatchObject({
      saved: true,
      repeated: false,
      revision: 2,
      factCount: 0,
      document: { code: 'plan-2020', textHeld: true },
    })
    expect(await attach(officeText, { idempotencyKey: 'a' })).toEqual({ ...first, repeated: true })
    expect(await attach(officeText)).toMatchObject({ saved: false, revision: 2 })
    expect(await quote()).toContain('改造老旧小区120个')
  })
})
