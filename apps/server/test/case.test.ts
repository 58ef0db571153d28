import { readFileSync, writeFileSync } from 'node:fs'
import type { Actor } from '@duban/domain/decide'
import { afterAll, describe, expect, it } from 'vitest'
import { testServer } from './support/test-server.ts'
import { sendAs } from './support/writer.ts'

const file = (name: string) => new URL(`../../docs/${name}`, import.meta.url)
const read = (name: string) => readFileSync(file(name), 'utf8')

const people: Readonly<Record<string, Pick<Actor, 'name' | 'roles' | 'units'> | null>> = {
  wang: { name: 'wang', roles: ['EDITOR'], units: [] },
  zhang: { name: 'zhang', roles: ['REPORTER'], units: ['housing'] },
  zhao: { name: 'zhao', roles: ['REPORTER'], units: ['roads'] },
  li: { name: 'li', roles: ['REVIEWER'], units: [] },
  anyone: null,
}

/** A step of the page: who asks what and when, and the answer that the page shows. */
interface Step {
  readonly who: string
  readonly at: string
  readonly operation: string
  /** Variables that later steps use, by where they stand in the answer. */
  readonly keep: readonly (readonly [name: string, place: string])[]
  readonly shown: string
}

const stepPattern =
  /<!-- (\w+) (\S+Z)((?: \w+=\S+)*) -->\n+```graphql\n([\s\S]*?)```\n+```json\n([\s\S]*?)```/g

function stepsOf(page: string): readonly Step[] {
  return [...page.matchAll(stepPattern)].map(
    ([, who = '', at = '', keep, operation = '', shown = '']) => ({
      who,
      at,
      operation,
      keep: (keep ?? '').split(' ').flatMap((one) => {
        const [name, place] = one.split('=')
        return name && place ? [[name, place] as const] : []
      }),
      shown,
    }),
  )
}

const planOf = (page: string): string => /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

/** What stands at a place of an answer: `a.0.b`. */
function valueAt(value: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
      value,
    )
}

/** The answer as the page shows it: ids are left out. */
function shownAs(data: unknown): string {
  const text = JSON.stringify(data, (name, value: unknown) => (name === 'id' ? '…' : value), 2)
  // Short objects and lists stand on one line, as a person would write them.
  return text.replace(/[[{][^[\]{}]*[\]}]/g, (part) => {
    const line = part.replace(/\s*\n\s*/g, ' ')
    return line.length <= 96 ? line : part
  })
}

describe('the whole case', async () => {
  let now = new Date()
  const tested = await testServer({ now: () => now })
  afterAll(() => tested.close())
  const page = read('case.md')
  const steps = stepsOf(page)
  const variables: Record<string, unknown> = { document: planOf(page) }
  const answers: string[] = []

  it.each(steps.map((step, at) => [at + 1, step.who, step.at, step] as const))(
    'step %i, %s at %s',
    async (_at, who, at, step) => {
      now = new Date(at)
      const declared = Object.entries(variables).filter(([name]) =>
        step.operation.includes(`$${name}`),
      )
      const { data, errors } = await sendAs(
        tested,
        people[who] ?? null,
        step.operation,
        Object.fromEntries(declared),
      )
      expect(errors).toEqual([])
      for (const [name, place] of step.keep) variables[name] = valueAt(data, place)
      const told = shownAs(data)
      answers.push(told)
      expect(`${told}\n`).toBe(process.env.UPDATE_CASE === undefined ? step.shown : `${told}\n`)
    },
  )

  it('is told in full, and the same in both languages; UPDATE_CASE=1 writes the answers anew', () => {
    if (process.env.UPDATE_CASE !== undefined) {
      for (const name of ['case.md', 'case.zh.md']) {
        let at = 0
        const filled = read(name).replace(stepPattern, (step) =>
          step.replace(/```json\n[\s\S]*?```$/, () => `\`\`\`json\n${answers[at++]}\n\`\`\``),
        )
        writeFileSync(file(name), filled)
      }
    }
    const [english, chinese] = ['case.md', 'case.zh.md'].map(read)
    expect(steps.length).toBeGreaterThan(20)
    expect(english?.match(/```graphql/g)).toHaveLength(steps.length)
    expect(stepsOf(chinese ?? '')).toEqual(stepsOf(english ?? ''))
    expect(planOf(chinese ?? '')).toBe(planOf(english ?? ''))
  })
})
