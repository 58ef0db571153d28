import { readFile } from 'node:fs/promises'
import type { Plan } from '@duban/domain'
import { parsePlan } from '@duban/plan-file'

/** Where the plan file lies: the work plan of Erqi District, Zhengzhou, for 2020, as YAML in UTF-8. */
export const erqi2020PlanUrl: URL = new URL('../plan/erqi-2020.yaml', import.meta.url)

/** The plan file's text, as it stands. */
export function readErqi2020(): Promise<string> {
  return readFile(erqi2020PlanUrl, 'utf8')
}

/** The plan, parsed anew at each call. */
export async function loadErqi2020(): Promise<Plan> {
  const parsed = parsePlan(await readErqi2020(), { fileName: 'erqi-2020.yaml' })
  if (parsed.ok) return parsed.plan
  throw new Error(`erqi-2020.yaml does not parse: ${JSON.stringify(parsed.issues)}`)
}
