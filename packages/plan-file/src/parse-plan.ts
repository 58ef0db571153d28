import { type Fact, type Plan, type RuleEngine, SHIPPED_POLICIES } from '@duban/domain'
import { checkPlan } from './check/check-plan.ts'
import { checkConditions } from './check/conditions.ts'
import type { PlanFileIssue } from './issue/issue.ts'
import { faultsIn, issuesOf, type Source } from './issue/locate.ts'
import { fillDocuments } from './schema/fill-documents.ts'
import type { PlanFile } from './schema/plan-file.ts'
import { readShape } from './schema/read-shape.ts'
import { decode } from './source/decode.ts'
import type { Fault } from './source/fault.ts'
import { defaultLimits, enoughIssues, type PlanFileLimits } from './source/limits.ts'
import { readSyntax } from './source/syntax.ts'
import { readValue } from './source/value.ts'

export interface ParseOptions {
  /** Name of the file, as issues tell it; `plan.yaml` unless given. */
  readonly fileName?: string
  readonly limits?: Partial<PlanFileLimits>
  /** Type-checks the conditions of rules, policies and derivations; without one they are taken as they are. */
  readonly engine?: RuleEngine
  /** Codes of the policies that are there without being in the file; the shipped ones unless given. */
  readonly policies?: readonly string[]
}

const shippedPolicies = SHIPPED_POLICIES.map(({ code }) => code)

/** A plan with its facts and what is odd about them, or everything that is wrong with the file in the order of its lines. */
export type ParsedPlan =
  | {
      readonly ok: true
      readonly plan: Plan
      readonly facts: readonly Fact[]
      readonly warnings: readonly PlanFileIssue[]
    }
  | { readonly ok: false; readonly issues: readonly PlanFileIssue[] }

/** Reads a plan document, YAML 1.2 or JSON, from its text or its UTF-8 bytes. */
export function parsePlan(text: string | Uint8Array, options: ParseOptions = {}): ParsedPlan {
  const limits = { ...defaultLimits, ...options.limits }
  const fileName = options.fileName ?? 'plan.yaml'
  const decoded = decode(text, limits.bytes)
  const source = { fileName, text: decoded.text }
  if ('fault' in decoded) return refused([decoded.fault], source, limits)
  const syntax = readSyntax(source.text, limits)
  if ('faults' in syntax) return refused(syntax.faults, source, limits)
  const { root } = syntax
  const { value, faults } = readValue(root, limits)
  fillDocuments(value)
  const shape = readShape(value, enoughIssues(limits))
  const { complaints, warnings } = checkPlan(value, options.policies ?? shippedPolicies)
  const locate = faultsIn(root, source.text)
  if ('complaints' in shape) {
    const all = [...shape.complaints, ...complaints]
    return refused([...faults, ...all.map(locate)], source, limits)
  }
  const plan = planOf(shape.file)
  const conditions = options.engine === undefined ? [] : checkConditions(plan, options.engine)
  const found = [...faults, ...[...complaints, ...conditions].map(locate)]
  if (found.length > 0) return refused(found, source, limits)
  const { facts } = shape.file
  return { ok: true, plan, facts, warnings: issuesOf(warnings.map(locate), source, limits.issues) }
}

function refused(
  faults: readonly Fault[],
  source: Source,
  limits: PlanFileLimits,
): Extract<ParsedPlan, { readonly ok: false }> {
  return { ok: false, issues: issuesOf(faults, source, limits.issues) }
}

function planOf(file: PlanFile): Plan {
  const { format: _format, facts: _facts, plan, ...parts } = file
  return { ...plan, ...parts }
}
