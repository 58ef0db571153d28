import { describe, expect, it } from 'vitest'
import { audit, measured, observation, timeline } from '../../test/samples.ts'
import type { DerivedChange } from '../contract/derived-rows.ts'
import { deriveNow } from './commit-run.ts'
import { insertFacts, putSegments } from './statements.ts'
import { measuredStatements } from './step-statements.ts'
import { unitOfWork } from './writes.ts'

/** A run of one report, and whether what is measured has been derived yet. */
function runOfOne() {
  let isRead = false
  const derived: DerivedChange = {
    timelines: [timeline('indicator/investment', {})],
    get measured() {
      isRead = true
      return [{ commitment: 'indicator/investment', since: null, rows: [measured('2020-01-01')] }]
    },
  }
  const commit = { plan: 'a', baseRevision: 1, facts: [observation('o1')], audit }
  return { run: { commits: [commit] as const, derive: () => derived }, isRead: () => isRead }
}

describe('the writes of a run', () => {
  it('are the facts and the segments before what is measured is read', () => {
    const { run, isRead } = runOfOne()
    const { writes } = unitOfWork(run, () => [])
    const made: unknown[] = []
    for (const { statement } of writes([{ last_seq: 7 }])) {
      if (!isRead()) made.push(statement)
      else if (statement === measuredStatements.insert.FEW) made.push('measured')
    }
    expect(made).toEqual([insertFacts.FEW, putSegments.FEW, 'measured'])
  })

  it('find everything there when it was derived before', () => {
    const { run, isRead } = runOfOne()
    deriveNow(run)
    expect(isRead()).toBe(true)
  })
})
