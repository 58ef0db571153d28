import { loadErqi2020 } from '@duban/erqi-2020'
import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { importErqi } from '../support/erqi.ts'
import { testServer } from '../support/test-server.ts'

describe('a plan, asked for by its code', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)
  const file = await loadErqi2020()

  interface Named {
    readonly code: string
    readonly locators: readonly { readonly start: number; readonly end: number }[]
  }

  it('has everything that its file has, each with its place in the text', async () => {
    const { data, errors } = await ask<{
      plan: Record<'themes' | 'plates' | 'tasks' | 'rules', Named[]> &
        Record<'indicators' | 'milestones' | 'projects', { totalCount: number; nodes: Named[] }>
    }>(
      server,
      `{ plan(code: "erqi-2020") {
        themes { ...named } plates { ...named } tasks { ...named } rules { ...named }
        indicators { totalCount nodes { ...named } }
        milestones { totalCount nodes { ...named } }
        projects { totalCount nodes { ...named } }
      } }
      fragment named on Node {
        ... on Theme { code locators { start end } }
        ... on Plate { code locators { start end } }
        ... on Task { code locators { start end } }
        ... on Rule { code locators { start end } }
        ... on Project { code locators { start end } }
        ... on Commitment { code locators { start end } }
      }`,
    )
    expect(errors).toEqual([])
    const { plan } = data
    const codes = (parts: readonly { readonly code: string }[]) => parts.map(({ code }) => code)
    expect(plan.plates).toHaveLength(6)
    expect(plan.tasks).toHaveLength(7)
    expect(codes(plan.themes)).toEqual(codes(file.themes))
    expect(codes(plan.plates)).toEqual(codes(file.plates))
    expect(codes(plan.tasks)).toEqual(codes(file.tasks))
    expect(codes(plan.rules)).toEqual(codes(file.rules))
    for (const part of ['indicators', 'milestones', 'projects'] as const) {
      expect(codes(plan[part].nodes)).toEqual(codes(file[part]))
      expect(plan[part].totalCount).toBe(file[part].length)
    }
    const all = [
      ...plan.themes,
      ...plan.plates,
      ...plan.tasks,
      ...plan.rules,
      ...plan.indicators.nodes,
      ...plan.milestones.nodes,
      ...plan.projects.nodes,
    ]
    expect(all.filter(({ locators }) => locators.length === 0)).toEqual([])
  })

  it('is titled in Chinese unless English is asked for, and in Chinese where there is no English', async () => {
    const { data } = await ask<{ plan: { title: string; english: string; plates: unknown } }>(
      server,
      '{ plan(code: "erqi-2020") { title english: title(lang: EN) } }',
    )
    expect(data.plan).toEqual({ title: file.title.zh, english: file.title.en })
  })

  it('tells the view it is seen in, today unless a date is given', async () => {
    const { data } = await ask(
      server,
      `{
        today: plan(code: "erqi-2020") { view { asOf knownAt isDefault } timeProgress }
        june: plan(code: "erqi-2020", asOf: "2020-06-30") { view { asOf isDefault } timeProgress }
      }`,
    )
    expect(data).toEqual({
      today: {
        view: { asOf: '2020-07-15', knownAt: '2020-07-15T04:00:00.000Z', isDefault: true },
        timeProgress: expect.stringMatching(/^0\.540/),
      },
      june: { view: { asOf: '2020-06-30', isDefault: false }, timeProgress: '0.5' },
    })
  })

  it('carries the view to every depth: what is overdue in July is not in April', async () => {
    const { data } = await ask<Record<'april' | 'july', unknown>>(
      server,
      `{
        april: plan(code: "erqi-2020", asOf: "2020-04-30") { ...deep }
        july: plan(code: "erqi-2020", asOf: "2020-07-01") { ...deep }
      }
      fragment deep on Plan {
        milestone(code: "new-starts-started") {
          assessment { status light daysLate }
          plan { milestone(code: "new-starts-started") {
            view { asOf }
            task { view { asOf } milestones(filter: { code: { eq: "new-starts-started" } }) {
              nodes { assessment { status } }
            } }
          } }
        }
      }`,
    )
    const deep = (asOf: string, status: string, light: string, daysLate: number | null) => ({
      milestone: {
        assessment: { status, light, daysLate },
        plan: {
          milestone: {
            view: { asOf },
            task: { view: { asOf }, milestones: { nodes: [{ assessment: { status } }] } },
          },
        },
      },
    })
    expect(data).toEqual({
      april: deep('2020-04-30', 'PENDING', 'GREEN', null),
      july: deep('2020-07-01', 'OVERDUE', 'YELLOW', 1),
    })
  })

  it('is null for a code that is not there, and before anything was known of it', async () => {
    const { data, errors } = await ask(
      server,
      `{
        none: plan(code: "nowhere-1999") { code }
        unknownThen: plan(code: "erqi-2020", knownAt: "2019-12-31T00:00:00Z") { code }
        inside: plan(code: "erqi-2020") { task(code: "x") { code } project(code: "x") { code } commitment(code: "x") { code } }
      }`,
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      none: null,
      unknownThen: null,
      inside: { task: null, project: null, commitment: null },
    })
  })

  it('gives an instant in UTC, whatever offset it was asked with', async () => {
    const { data } = await ask(
      server,
      '{ plan(code: "erqi-2020", knownAt: "2020-07-01T08:00:00+08:00") { view { knownAt } } }',
    )
    expect(data).toEqual({ plan: { view: { knownAt: '2020-07-01T00:00:00.000Z' } } })
  })
})
