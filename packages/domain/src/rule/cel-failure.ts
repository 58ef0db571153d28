import type { ASTNode } from '@marcbachmann/cel-js'
import { textOf } from './cel-nodes.ts'

/** Why an evaluation has no value: the field without a value, or the part of the source that has none (`1 / 0`). */
export interface CelFailure {
  readonly missing: string
}

/** What an evaluation gives. */
export type CelValue = string | number | boolean | bigint

/** True for a failure; the values of a condition are never objects. */
export function isFailure(value: CelValue | CelFailure): value is CelFailure {
  return typeof value === 'object'
}

/** The path of a chain of field accesses from its variable on (`project.events.started`); null for anything else. */
export function pathOf(node: ASTNode): readonly string[] | null {
  if (node.op === 'id') return [node.args]
  if (node.op !== '.') return null
  const left = pathOf(node.args[0])
  return left === null ? null : [...left, node.args[1]]
}

/** The failure of a node: named by its path, otherwise by its text. */
export function failureOf(node: ASTNode): CelFailure {
  const path = pathOf(node)
  return { missing: path === null ? textOf(node) : path.join('.') }
}
