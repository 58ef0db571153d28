import { describe, expect, it } from 'vitest'
import { segment } from '../../test/samples.ts'
import { listedFields } from '../schema/listed-fields.ts'
import { runsOf } from './runs.ts'

const first = segment({ from: '2020-01-01', to: '2020-03-31' })
const second = segment({ from: '2020-04-01', to: '2020-06-30', status: 'MET', light: 'RED' })
const last = segment({ from: '2020-09-01', to: '9999-12-31' })

const lastDays = (...segments: Parameters<typeof runsOf>[0]) =>
  runsOf(segments).map(({ runsTo }) => runsTo)

describe('a run of segments', () => {
  it('goes on while status and light change, and across days without any', () => {
    expect(lastDays(first, second, last)).toEqual(['9999-12-31', null, null])
    expect(runsOf([first, second]).map((row) => row.segment)).toEqual([first, second])
    expect(lastDays()).toEqual([])
  })

  it.each([...listedFields, 'dueOn'] as const)('ends where the %s changes', (field) => {
    const changed = { ...second, [field]: field === 'dueOn' ? '2020-11-30' : 'other' }
    expect(lastDays(first, changed, last)).toEqual(['2020-03-31', '2020-06-30', '9999-12-31'])
    expect(lastDays(first, { ...changed, [field]: null })).toEqual(
      first[field] === null ? ['2020-06-30', null] : ['2020-03-31', '2020-06-30'],
    )
  })
})
