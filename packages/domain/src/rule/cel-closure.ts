import type { ASTNode } from '@marcbachmann/cel-js'
import { comparison } from './cel-comparison.ts'
import { type CelFailure, failureOf, pathOf } from './cel-failure.ts'
import { CEL_FUNCTIONS } from './cel-functions.ts'
import {
  arithmetic,
  type Closure,
  choice,
  conjunction,
  constantOf,
  conversion,
  disjunction,
  joined,
  membership,
  method,
  minus,
  negation,
  plainOf,
  presence,
  type StaticType,
  type Typed,
} from './cel-operations.ts'
import { type FactSchema, type FieldType, holdsField, isField, partAt } from './fact-schema.ts'

/** Reads the field at a path from facts; one function per field keeps its access fast. */
export type FieldReader<F> = (path: readonly string[]) => (facts: F) => unknown

/** A closure for a checked source; null where it uses something that only the library evaluates. */
export function compileClosure<F>(
  root: ASTNode,
  variables: FactSchema,
  reader: FieldReader<F>,
): Closure<F> | null {
  return compile(root)?.run ?? null

  function compile(node: ASTNode): Typed<F> | null {
    switch (node.op) {
      case 'value':
        return literal(node.args)
      case 'id':
      case '.':
        return field(node)
      case '&&':
        return both(node.args, conjunction)
      case '||':
        return both(node.args, disjunction)
      case '!_':
        return negation(compile(node.args))
      case '-_':
        return minus(compile(node.args))
      case '?:':
        return choice(compile(node.args[0]), compile(node.args[1]), compile(node.args[2]))
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return comparison(node.op, compile(node.args[0]), compile(node.args[1]))
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return arithmetic(node, compile(node.args[0]), compile(node.args[1]))
      case 'in':
        return membership(compile(node.args[0]), node.args[1])
      case 'call':
        return call(node, node.args[0], node.args[1])
      case 'rcall':
        return method(node.args[0], compile(node.args[1]), node.args[2].map(compile))
      case 'list':
      case 'map':
      case '[]':
      case '[?]':
      case '.?':
        return null
    }
  }

  function both(
    [leftNode, rightNode]: readonly [ASTNode, ASTNode],
    join: (left: Closure<F>, right: Closure<F>) => Closure<F>,
  ): Typed<F> | null {
    const left = compile(leftNode)
    const right = compile(rightNode)
    if (left === null || right === null) return null
    return { type: 'bool', run: join(left.run, right.run) }
  }

  function literal(value: unknown): Typed<F> | null {
    const plain = plainOf(value)
    return plain === null ? null : constantOf(literalType(value), plain)
  }

  function field(node: ASTNode): Typed<F> | null {
    const path = pathOf(node)
    const part = path === null ? undefined : partAt(variables, path)
    if (path === null || part === undefined || !isField(part)) return null
    return { type: staticType(part.type), run: reading(part.type, reader(path), failureOf(node)) }
  }

  function call(node: ASTNode, name: string, args: readonly ASTNode[]): Typed<F> | null {
    const [first, second] = args.map(compile)
    if (first === undefined || first === null) return null
    if (name === 'has') return presence(first.run)
    if (second === undefined) return conversion(node, name, first)
    const fn = CEL_FUNCTIONS.find((each) => each.name === name)
    if (second === null || fn === undefined) return null
    const failure = failureOf(node)
    // The library evaluates the last argument first, which tells which missing value is named.
    const run = joined(second.run, first.run, (b, a) =>
      typeof a === 'string' && typeof b !== 'boolean' ? (fn.call(a, b) ?? failure) : failure,
    )
    return { type: fn.returns, run }
  }
}

function staticType(type: FieldType): StaticType {
  return type === 'date' ? 'string' : type
}

function literalType(literal: unknown): StaticType {
  if (typeof literal === 'string') return 'string'
  if (typeof literal === 'boolean') return 'bool'
  return typeof literal === 'bigint' ? 'int' : 'double'
}

/** One closure per type, so that the test of each stays with the values of its own. */
function reading<F>(type: FieldType, read: (facts: F) => unknown, missing: CelFailure): Closure<F> {
  switch (type) {
    case 'string':
    case 'date':
      return (facts) => {
        const value = read(facts)
        return typeof value === 'string' ? value : missing
      }
    case 'double':
      return (facts) => {
        const value = read(facts)
        return holdsField('double', value) ? value : missing
      }
    case 'int':
    case 'bool':
      return (facts) => {
        const value = read(facts)
        return holdsField(type, value) ? value : missing
      }
  }
}
