import {
  type ASTNode,
  TypeError as CelTypeError,
  type Environment,
  EvaluationError,
  ParseError,
  type ParseResult,
} from '@marcbachmann/cel-js'
import { walkSource } from './cel-allowed.ts'
import { type CelFailure, type CelValue, failureOf } from './cel-failure.ts'
import type { CelLimits } from './cel-limits.ts'
import type { CelIssue, Compiled } from './engine.ts'
import type { FactSchema } from './fact-schema.ts'

/** A source that has passed every check. */
export interface CheckedSource {
  readonly ast: ASTNode
  /** Evaluation by the library, in a context made by contextOf. */
  evaluate(context: Record<string, unknown>): CelValue | CelFailure
}

/** What a source must give. */
export type WantedType = 'bool' | 'string' | 'number'

/** Where a source stands and what it may read. */
export interface SourcePlace {
  readonly path: string
  readonly wanted: WantedType
  readonly variables: FactSchema
  readonly environment: Environment
  readonly limits: CelLimits
}

/** Parses and checks a source: bounds, permitted operations, fields, types. */
export function checkSource(source: string, place: SourcePlace): Compiled<CheckedSource> {
  if (source.length > place.limits.maxLength) {
    return refuse(place, source, 0, 'COST', {
      cause: 'TOO_LONG',
      limit: place.limits.maxLength,
      found: source.length,
    })
  }
  const parsed = parse(source, place)
  if (!parsed.ok) return parsed
  const { issues, cost } = walkSource(parsed.value.ast, place.variables)
  if (issues.length > 0) {
    return {
      ok: false,
      issues: issues.map((issue) => ({
        path: place.path,
        ...positionOf(source, issue.node.pos),
        code: issue.code,
        params: issue.params,
      })),
    }
  }
  if (cost > place.limits.maxCost) {
    const params = { cause: 'TOO_COSTLY', limit: place.limits.maxCost, found: cost }
    return refuse(place, source, 0, 'COST', params)
  }
  return checkTypes(source, parsed.value, place)
}

function parse(source: string, place: SourcePlace): Compiled<ParseResult> {
  try {
    return { ok: true, value: place.environment.parse(source) }
  } catch (error) {
    if (!(error instanceof ParseError)) {
      // Nesting that no limit of the parser counts ends in its stack.
      return refuse(place, source, 0, 'COST', { cause: 'TOO_DEEP', limit: place.limits.maxDepth })
    }
    const at = error.range?.start ?? 0
    return error.code === 'limit_exceeded'
      ? refuse(place, source, at, 'COST', { cause: 'TOO_LARGE', detail: error.summary })
      : refuse(place, source, at, 'SYNTAX', { cause: error.code, detail: error.summary })
  }
}

const UNKNOWN: ReadonlySet<string> = new Set(['no_such_key', 'unknown_variable'])

function checkTypes(
  source: string,
  parsed: ParseResult,
  place: SourcePlace,
): Compiled<CheckedSource> {
  const result = parsed.check()
  if (!result.valid) {
    const error = result.error
    const at = error?.range?.start ?? 0
    if (!(error instanceof CelTypeError) || !UNKNOWN.has(error.code)) {
      const params = { cause: error?.code ?? 'TYPE', detail: error?.summary ?? '' }
      return refuse(place, source, at, 'TYPE', params)
    }
    const name = source.slice(error.range?.start, error.range?.end)
    return refuse(place, source, at, 'UNKNOWN_FIELD', { cause: 'UNKNOWN_FIELD', name })
  }
  const found = result.type ?? ''
  const fits = place.wanted === 'number' ? isNumber(found) : found === place.wanted
  if (!fits) {
    const params = { cause: 'RESULT', expected: place.wanted, found }
    return refuse(place, source, 0, 'TYPE', params)
  }
  return { ok: true, value: { ast: parsed.ast, evaluate: (context) => evaluate(parsed, context) } }
}

function isNumber(type: string): boolean {
  return type === 'double' || type === 'int'
}

function evaluate(parsed: ParseResult, context: Record<string, unknown>): CelValue | CelFailure {
  try {
    return parsed(context)
  } catch (error) {
    if (!(error instanceof EvaluationError)) return failureOf(parsed.ast)
    return failureOf(error.node ?? parsed.ast)
  }
}

function refuse(
  place: SourcePlace,
  source: string,
  at: number,
  code: CelIssue['code'],
  params: CelIssue['params'],
): Compiled<never> {
  return { ok: false, issues: [{ path: place.path, ...positionOf(source, at), code, params }] }
}

/** Line and column from 1 of an offset; the column counts UTF-16 units. */
function positionOf(
  source: string,
  at: number,
): { readonly line: number; readonly column: number } {
  const before = source.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: at - lineStart + 1 }
}
