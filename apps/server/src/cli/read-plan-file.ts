import { basename } from 'node:path'
import { describeIssue, type ParsedPlan, type PlanFileIssue, parsePlan } from '@duban/plan-file'
import { readBytes } from './read-file.ts'
import type { CommandResult } from './terminal.ts'

/** A file of one's own may be long: an export holds every fact. What is sent over HTTP has closer limits. */
const ownFiles = { bytes: 64 * 1024 * 1024, tokens: 50_000_000 }

/** A plan file read and found good, or the refusal that lists what is wrong with it. */
export async function readPlanFile(
  file: string,
): Promise<Extract<ParsedPlan, { readonly ok: true }> | { readonly refusal: CommandResult }> {
  const read = await readBytes(file)
  if ('refusal' in read) return read
  const parsed = parsePlan(read.bytes, { fileName: basename(file), limits: ownFiles })
  if (parsed.ok) return parsed
  return { refusal: { ok: false, code: 'BAD_PLAN_FILE', reasons: parsed.issues.map(lineOf) } }
}

/** An issue as one line, with its place. */
export function lineOf(issue: PlanFileIssue): { readonly zh: string; readonly en: string } {
  return { zh: describeIssue(issue, 'ZH'), en: describeIssue(issue, 'EN') }
}
