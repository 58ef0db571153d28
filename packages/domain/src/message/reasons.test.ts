import fc from 'fast-check'
import { expect, it } from 'vitest'
import { engine } from '../../test/desk.ts'
import { planFacts } from '../testing/arbitrary-facts.ts'
import { viewOf } from '../view/view-of.ts'
import { placesOf } from './fill.ts'
import { message } from './message.ts'
import { reasonTexts } from './reasons.ts'

it('every reason of an assessment has its text, filled in, in both languages (9)', () => {
  const knownAt = '2030-01-01T00:00:00.000Z'
  const asOf = fc.constantFrom('2020-03-31', '2020-06-30', '2020-12-31', '2021-02-01')
  const texts = new Map(Object.entries(reasonTexts))
  fc.assert(
    fc.property(planFacts, asOf, fc.boolean(), (facts, on, withRules) => {
      const view = viewOf(facts, { asOf: on, knownAt }, withRules ? engine : undefined)
      const reasons = (view?.commitments ?? []).flatMap(
        ({ id }) => view?.assessment(id)?.reasons ?? [],
      )
      for (const reason of reasons) {
        expect([...texts.keys()]).toContain(reason.code)
        expect(message(reason, 'ZH')).not.toMatch(/\{\w+/)
        expect(message(reason, 'EN')).not.toMatch(/\{\w+/)
        const places = placesOf(texts.get(reason.code)?.zh ?? '')
        expect(Object.keys(reason.params).filter((name) => !places.has(name))).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
})
