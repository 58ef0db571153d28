import { describe, expect, it } from 'vitest'
import { openEscalationSteps } from './escalation.ts'
import type { EscalationStep } from './rule.ts'

const LADDER: readonly EscalationStep[] = [
  { afterDays: 31, light: 'RED', notify: 'district' },
  { afterDays: -30, light: 'BLUE' },
  { afterDays: 1, light: 'YELLOW', notify: 'office' },
]

function lightsOn(asOf: string, closed = false, dueOn: string | null = '2020-06-30') {
  return openEscalationSteps(LADDER, { asOf, dueOn, closed }).map((step) => step.light)
}

describe('6 the escalation ladder', () => {
  it('is blue near due, yellow, then red until closed', () => {
    expect(lightsOn('2020-05-30')).toEqual([])
    expect(lightsOn('2020-05-31')).toEqual(['BLUE'])
    expect(lightsOn('2020-06-30')).toEqual(['BLUE'])
    expect(lightsOn('2020-07-01')).toEqual(['BLUE', 'YELLOW'])
    expect(lightsOn('2020-07-30')).toEqual(['BLUE', 'YELLOW'])
    expect(lightsOn('2020-07-31')).toEqual(['BLUE', 'YELLOW', 'RED'])
    expect(lightsOn('2029-07-31')).toEqual(['BLUE', 'YELLOW', 'RED'])
    expect(lightsOn('2029-07-31', true)).toEqual([])
  })

  it('has no open step without a due date, or with dates that are none', () => {
    expect(lightsOn('2020-07-31', false, null)).toEqual([])
    expect(lightsOn('2020-07-31', false, '2020-06-31')).toEqual([])
    expect(lightsOn('today')).toEqual([])
  })
})
