import { afterAll, describe, expect, it } from 'vitest'
import {
  correctObservation,
  decideExtension,
  recordMilestone,
  recordProjectStage,
  reportObservations,
  requestExtension,
  reviewObservations,
} from '../src/index.ts'
import { serveOffice } from './served.ts'

describe('writing through the client', async () => {
  const { client, writer, close } = await serveOffice()
  afterAll(close)
  const plan = 'office-2020'
  const of = { milestone: 'opening' }

  it('tells what it would change, changes it, and tells who was first', async () => {
    const input = { plan, of, on: '2020-04-28' }
    const dry = await writer.ask(recordMilestone, { input: { ...input, dryRun: true } })
    expect(dry.data?.recordMilestone).toMatchObject({
      __typename: 'RecordMilestonePayload',
      saved: false,
      changes: [{ before: { status: 'PENDING' }, after: { status: 'MET' } }],
    })
    const done = await writer.ask(recordMilestone, { input })
    expect(done.data?.recordMilestone).toMatchObject({
      saved: true,
      revision: 2,
      plan: { revision: 2 },
    })
    const late = await writer.ask(recordMilestone, {
      input: { ...input, expectedRevision: 1 },
      lang: 'EN',
    })
    expect(late.data?.recordMilestone).toMatchObject({
      __typename: 'Conflict',
      expectedRevision: 1,
      currentRevision: 2,
    })
  })

  it('is refused, as an answer, to who may not', async () => {
    const answer = await client.ask(recordMilestone, { input: { plan, of, on: '2020-04-28' } })
    expect(answer).toMatchObject({
      ok: true,
      data: { recordMilestone: { __typename: 'NotAllowed' } },
    })
  })

  it('takes a report from its sending to its correction', async () => {
    const reported = await writer.ask(reportObservations, {
      input: {
        plan,
        observations: [
          {
            of: { code: 'estates' },
            value: '262',
            effectiveOn: '2020-06-30',
            reporter: 'housing',
            state: 'SUBMITTED',
          },
        ],
      },
    })
    const sent = reported.data?.reportObservations
    if (sent?.__typename !== 'ReportObservationsPayload') throw new Error(JSON.stringify(reported))
    const observation = sent.observations.nodes[0]?.id ?? ''
    const reviewed = await writer.ask(reviewObservations, {
      input: { plan, reviews: [{ observation, state: 'APPROVED' }] },
    })
    expect(reviewed.data?.reviewObservations).toMatchObject({
      observations: { nodes: [{ value: '262', reviewState: 'APPROVED' }] },
    })
    const corrected = await writer.ask(correctObservation, {
      input: { plan, observation, value: '250', reason: '重复计算12个小区' },
    })
    expect(corrected.data?.correctObservation).toMatchObject({ observation: { value: '250' } })
  })

  it('records a stage, and asks for more time and decides on it', async () => {
    const stage = await writer.ask(recordProjectStage, {
      input: { plan, project: 'bridge', stage: 'STARTED', on: '2020-03-20' },
    })
    expect(stage.data?.recordProjectStage).toMatchObject({ project: { stage: 'STARTED' } })
    const asked = await writer.ask(requestExtension, {
      input: {
        plan,
        commitment: 'indicator/estates',
        dueOn: '2021-03-31',
        reason: '疫情影响',
      },
    })
    const request = asked.data?.requestExtension
    if (request?.__typename !== 'RequestExtensionPayload') throw new Error(JSON.stringify(asked))
    expect(request.extension?.state).toBe('REQUESTED')
    const decided = await writer.ask(decideExtension, {
      input: { plan, extension: request.extension?.id ?? '', approved: true },
    })
    expect(decided.data?.decideExtension).toMatchObject({
      extension: {
        state: 'GRANTED',
        commitment: { dueOn: '2021-03-31', dueOriginally: '2020-12-31' },
      },
    })
  })
})
