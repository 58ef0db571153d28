import type { ASTNode } from '@marcbachmann/cel-js'
import { isDate } from '../calendar/date.ts'
import { pathOf } from './cel-failure.ts'
import { CEL_FUNCTIONS } from './cel-functions.ts'
import { textOf } from './cel-nodes.ts'
import type { CelIssue } from './engine.ts'
import { type FactField, type FactSchema, isField, partAt } from './fact-schema.ts'

/** An issue without its place: the walk knows the node, its caller the line. */
export interface NodeIssue {
  readonly node: ASTNode
  readonly code: CelIssue['code']
  readonly params: CelIssue['params']
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  'has',
  'size',
  'int',
  'double',
  'string',
  ...CEL_FUNCTIONS.map((fn) => fn.name),
])
const METHODS: ReadonlySet<string> = new Set([
  'startsWith',
  'endsWith',
  'contains',
  'size',
  'lowerAscii',
  'upperAscii',
  'trim',
  'indexOf',
  'lastIndexOf',
  'substring',
])
const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

/**
 * Walks a parsed source. What it may use is listed, not what it may not: no regular expressions (their time has
 * no bound), no cel.bind (it doubles texts), no access by computed name, no dyn (it escapes the type check), loops
 * over lists of known length only. Returns the issues and the steps one evaluation takes at most.
 */
export function walkSource(
  root: ASTNode,
  variables: FactSchema,
): { readonly issues: readonly NodeIssue[]; readonly cost: number } {
  const issues: NodeIssue[] = []
  const refuse = (node: ASTNode, code: CelIssue['code'], params: CelIssue['params']): number => {
    issues.push({ node, code, params })
    return 1
  }

  function costOf(node: ASTNode, bound: ReadonlySet<string>): number {
    switch (node.op) {
      case 'value':
        return isPlain(node.args)
          ? 1
          : refuse(node, 'TYPE', { cause: 'NOT_ALLOWED', name: cut(textOf(node)) })
      case 'id':
        if (bound.has(node.args) || Object.hasOwn(variables, node.args)) return 1
        return refuse(node, 'UNKNOWN_FIELD', { cause: 'UNKNOWN_VARIABLE', name: node.args })
      case '.':
        return accessCost(node, bound)
      case 'call':
        return callCost(node, node.args[0], node.args[1], bound)
      case 'rcall':
        return methodCost(node, node.args, bound)
      case 'list':
        return sumOf(node.args, bound)
      case '!_':
      case '-_':
        return 1 + costOf(node.args, bound)
      case '?:':
      case '&&':
      case '||':
        return sumOf(node.args, bound)
      case '==':
      case '!=':
      case 'in':
      case '<':
      case '<=':
      case '>':
      case '>=':
        issues.push(...comparisonIssues(node.args[0], node.args[1], variables))
        return sumOf(node.args, bound)
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return sumOf(node.args, bound)
      case '[]':
      case '[?]':
      case '.?':
      case 'map':
        return refuse(node, 'TYPE', { cause: 'NOT_ALLOWED', name: cut(textOf(node)) })
    }
  }

  /** The library checks no field that has() asks for, so every path is held against the schema here. */
  function accessCost(node: ASTNode & { readonly op: '.' }, bound: ReadonlySet<string>): number {
    const cost = 1 + costOf(node.args[0], bound)
    const path = pathOf(node)
    const outer = path?.slice(0, -1) ?? []
    const isOurs = path !== null && !bound.has(path[0] ?? '')
    if (!isOurs || partAt(variables, outer) === undefined || partAt(variables, path)) return cost
    return refuse(node, 'UNKNOWN_FIELD', { cause: 'UNKNOWN_FIELD', name: path.join('.') })
  }

  function sumOf(nodes: readonly ASTNode[], bound: ReadonlySet<string>): number {
    return nodes.reduce((cost, node) => cost + costOf(node, bound), 1)
  }

  function callCost(
    node: ASTNode,
    name: string,
    args: readonly ASTNode[],
    bound: ReadonlySet<string>,
  ): number {
    if (!FUNCTIONS.has(name)) return refuse(node, 'TYPE', { cause: 'FUNCTION', name })
    const asked = name === 'has' && args[0] !== undefined ? pathOf(args[0]) : null
    const part = asked === null ? undefined : partAt(variables, asked)
    if (part !== undefined && !isField(part)) {
      return refuse(node, 'TYPE', { cause: 'HAS_GROUP', name: asked?.join('.') ?? '' })
    }
    return sumOf(args, bound)
  }

  function methodCost(
    node: ASTNode,
    [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
    bound: ReadonlySet<string>,
  ): number {
    if (METHODS.has(name)) return sumOf([receiver, ...args], bound)
    if (!LOOPS.has(name)) return refuse(node, 'TYPE', { cause: 'FUNCTION', name })
    const length = lengthOf(receiver)
    if (length === null) return refuse(node, 'COST', { cause: 'OPEN_LOOP', name })
    const [variable, ...steps] = args
    const inner = new Set(bound)
    if (variable?.op === 'id') inner.add(variable.args)
    return costOf(receiver, bound) + length * sumOf(steps, inner)
  }

  return { cost: costOf(root, new Set()), issues }
}

/** The number of elements a list has at most; null where the source does not bound it. */
function lengthOf(node: ASTNode): number | null {
  if (node.op === 'list') return node.args.length
  if (node.op === 'rcall' && (node.args[0] === 'map' || node.args[0] === 'filter')) {
    return lengthOf(node.args[1])
  }
  return null
}

/** A date held against a text that is no date, or a fixed set of texts against one outside it, never holds: a slip. */
function comparisonIssues(left: ASTNode, right: ASTNode, variables: FactSchema): NodeIssue[] {
  const [field, other] = [fieldOf(left, variables), fieldOf(right, variables)]
  if (field !== null) return literalsIn(right).flatMap((node) => slipOf(field, node))
  if (other !== null) return literalsIn(left).flatMap((node) => slipOf(other, node))
  return []
}

function fieldOf(node: ASTNode, variables: FactSchema): FactField | null {
  const path = pathOf(node)
  const part = path === null ? undefined : partAt(variables, path)
  return part !== undefined && isField(part) ? part : null
}

function literalsIn(node: ASTNode): readonly ASTNode[] {
  return node.op === 'list' ? node.args : [node]
}

function slipOf(field: FactField, node: ASTNode): NodeIssue[] {
  if (node.op !== 'value' || typeof node.args !== 'string') return []
  const found = node.args
  if (field.type === 'date' && !isDate(found)) {
    return [{ node, code: 'TYPE', params: { cause: 'NOT_A_DATE', found: cut(found) } }]
  }
  if (field.values !== undefined && !field.values.includes(found)) {
    const params = { cause: 'NOT_A_VALUE', found: cut(found), expected: field.values.join(', ') }
    return [{ node, code: 'TYPE', params }]
  }
  return []
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object'
}

function cut(text: string): string {
  return text.length <= 64 ? text : `${text.slice(0, 63)}…`
}
