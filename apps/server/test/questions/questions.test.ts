import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { askedAt, storeReportedYear } from '../support/reported-year.ts'
import { testServer } from '../support/test-server.ts'
import { acrossAndIf } from './across-and-if.ts'
import { howItStands } from './how-it-stands.ts'
import type { Question } from './question.ts'
import { whatIsDue } from './what-is-due.ts'
import { whatThePlanSays } from './what-the-plan-says.ts'
import { whatWasReported } from './what-was-reported.ts'
import { whoAnswers } from './who-answers.ts'

const chapters: Readonly<Record<string, readonly Question[]>> = {
  'what the plan says': whatThePlanSays,
  'what is due': whatIsDue,
  'how it stands': howItStands,
  'what was reported': whatWasReported,
  'who answers': whoAnswers,
  'across plans, and what would be if': acrossAndIf,
}

describe('an analyst asks', async () => {
  const { server, storage, close } = await testServer({ now: () => new Date(askedAt) })
  afterAll(close)
  await storeReportedYear(storage)

  describe.each(Object.entries(chapters))('%s', (_chapter, questions) => {
    it.each(questions.map((one) => [one.en, one] as const))('%s', async (_name, question) => {
      const { data, errors } = await ask(server, question.query)
      expect(errors).toEqual([])
      expect(data).toEqual(question.answer)
    })
  })

  it('sixty questions and more, each in both languages, none twice', () => {
    const all = Object.values(chapters).flat()
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length)
    expect(new Set(all.map(({ query }) => query)).size).toBe(all.length)
  })
})
