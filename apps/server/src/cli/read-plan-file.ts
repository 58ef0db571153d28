import { basename } from 'node:path'
import { describeIssue, type ParsedPlan, type PlanFileIssue, parsePlan } from '@duban/plan-file'
import { readBytes } from './read-file.ts'
import type { CommandResult } from './terminal.ts'

/** A plan file read and found good, or the refusal that lists what is wrong with it. */
export async function readPlanFile(
  file: string,
): Promise<Extract<ParsedPlan, { readonly ok: true }> | { readonly refusal: CommandResult }> {
  const read = await readBytes(file)
  if ('refusal' in read) return read
  const parsed = parsePlan(read.bytes, { fileName: basename(file) })
  if (parsed.ok) return parsed
  return { refusal: { ok: false, code: 'BAD_PLAN_FILE', reasons: parsed.issues.map(lineOf) } }
}

/** An issue as one line, with its place. */
export function lineOf(issue: PlanFileIssue): { readonly zh: string; readonly en: string } {
  return { zh: describeIssue(issue, 'ZH'), en: describeIssue(issue, 'EN') }
}
