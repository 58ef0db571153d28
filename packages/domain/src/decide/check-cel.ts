import type { CelIssue, Compiled } from '../rule/engine.ts'
import type { Refusal } from './refusal.ts'

const codes = {
  SYNTAX: 'CEL_SYNTAX',
  UNKNOWN_FIELD: 'CEL_UNKNOWN_FIELD',
  TYPE: 'CEL_TYPE',
  COST: 'CEL_COST',
} as const satisfies Record<CelIssue['code'], string>

/** What a compiler has against a source, as refusals at the path of the value that holds it. */
export function checkCompiled(path: string, compiled: Compiled<unknown>): Refusal[] {
  if (compiled.ok) return []
  return compiled.issues.map(({ code, line, column, params, ...issue }) => ({
    code: codes[code],
    params: { ...params, line, column },
    path: path === '' ? issue.path : `${path}.${issue.path}`,
  }))
}
