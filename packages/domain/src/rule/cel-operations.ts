import type { ASTNode } from '@marcbachmann/cel-js'
import { type CelFailure, failureOf, isFailure } from './cel-failure.ts'

/** A value in closures: whole numbers are plain numbers, exact as long as they are safe. */
export type Plain = string | number | boolean

/** What a closure gives: a value, a missing one, or UNSURE. */
export type Outcome = Plain | CelFailure

/** A compiled part of a condition: many times as fast as the library's evaluation, and equal to it. */
export type Closure<F> = (facts: F) => Outcome

/** The outcome of a whole number that outgrew the safe ones: only the library's bigints tell the value. */
export const UNSURE: CelFailure = { missing: '' }

export type StaticType = 'string' | 'double' | 'int' | 'bool'

export interface Typed<F> {
  readonly type: StaticType
  readonly run: Closure<F>
  /** The value, where it is the same for all facts. */
  readonly constant?: Plain
}

export function constantOf<F>(type: StaticType, constant: Plain): Typed<F> {
  return { type, run: () => constant, constant }
}

/** False wins over a missing value, as CEL has it; of two missing values the later is named, as the library does. */
export function conjunction<F>(left: Closure<F>, right: Closure<F>): Closure<F> {
  return (facts) => {
    const first = left(facts)
    if (first === false) return false
    const second = right(facts)
    if (first === true || second === false) return second
    return first !== UNSURE && isFailure(second) ? second : first
  }
}

/** True wins over a missing value. */
export function disjunction<F>(left: Closure<F>, right: Closure<F>): Closure<F> {
  return (facts) => {
    const first = left(facts)
    if (first === true) return true
    const second = right(facts)
    if (first === false || second === true) return second
    return first !== UNSURE && isFailure(second) ? second : first
  }
}

export function negation<F>(operand: Typed<F> | null): Typed<F> | null {
  if (operand === null) return null
  const { run } = operand
  return {
    type: 'bool',
    run: (facts) => {
      const value = run(facts)
      return isFailure(value) ? value : !value
    },
  }
}

export function choice<F>(
  condition: Typed<F> | null,
  yes: Typed<F> | null,
  no: Typed<F> | null,
): Typed<F> | null {
  if (condition === null || yes === null || no === null) return null
  return {
    type: yes.type,
    run: (facts) => {
      const chosen = condition.run(facts)
      if (isFailure(chosen)) return chosen
      return chosen === true ? yes.run(facts) : no.run(facts)
    },
  }
}

export function presence<F>(field: Closure<F>): Typed<F> {
  return { type: 'bool', run: (facts) => !isFailure(field(facts)) }
}

/** Both operands, left first, and what joins them; the first missing one is named. */
export function joined<F>(
  left: Closure<F>,
  right: Closure<F>,
  join: (left: Plain, right: Plain) => Outcome,
): Closure<F> {
  return (facts) => {
    const first = left(facts)
    if (isFailure(first)) return first
    const second = right(facts)
    return isFailure(second) ? second : join(first, second)
  }
}

/** The value of one operand turned into another. */
export function turned<F>(operand: Closure<F>, turn: (value: Plain) => Outcome): Closure<F> {
  return (facts) => {
    const value = operand(facts)
    return isFailure(value) ? value : turn(value)
  }
}

export function minus<F>(operand: Typed<F> | null): Typed<F> | null {
  if (operand === null) return null
  const { type, run, constant } = operand
  // 0 - x, as there is no -0 among whole numbers.
  const turn = (value: Plain) => (type === 'int' ? 0 - Number(value) : -Number(value))
  return constant === undefined
    ? { type, run: turned(run, turn) }
    : constantOf(type, turn(constant))
}

export function arithmetic<F>(
  node: ASTNode & { readonly op: '+' | '-' | '*' | '/' | '%' },
  left: Typed<F> | null,
  right: Typed<F> | null,
): Typed<F> | null {
  if (left === null || right === null || left.type === 'bool') return null
  const { type } = left
  const join =
    type === 'string'
      ? (a: Plain, b: Plain) => `${a}${b}`
      : type === 'double'
        ? doubles(node.op)
        : integers(node.op, failureOf(node))
  return { type, run: joined(left.run, right.run, join) }
}

function doubles(op: '+' | '-' | '*' | '/' | '%'): (a: Plain, b: Plain) => Outcome {
  switch (op) {
    case '+':
      return (a, b) => Number(a) + Number(b)
    case '-':
      return (a, b) => Number(a) - Number(b)
    case '*':
      return (a, b) => Number(a) * Number(b)
    case '/':
      return (a, b) => Number(a) / Number(b)
    case '%':
      return () => UNSURE
  }
}

function integers(
  op: '+' | '-' | '*' | '/' | '%',
  byZero: CelFailure,
): (a: Plain, b: Plain) => Outcome {
  switch (op) {
    case '+':
      return (a, b) => safe(Number(a) + Number(b))
    case '-':
      return (a, b) => safe(Number(a) - Number(b))
    case '*':
      return (a, b) => safe(Number(a) * Number(b))
    case '/':
      return (a, b) => {
        const [dividend, divisor] = [Number(a), Number(b)]
        return divisor === 0 ? byZero : safe((dividend - (dividend % divisor)) / divisor)
      }
    case '%':
      return (a, b) => (Number(b) === 0 ? byZero : safe(Number(a) % Number(b)))
  }
}

function safe(value: number): Outcome {
  // `+ 0` turns -0 into 0.
  return Number.isSafeInteger(value) ? value + 0 : UNSURE
}

export function membership<F>(element: Typed<F> | null, list: ASTNode): Typed<F> | null {
  if (element === null || list.op !== 'list' || list.args.length === 0) return null
  const members: Plain[] = []
  for (const node of list.args) {
    const member = node.op === 'value' ? plainOf(node.args) : null
    if (member === null) return null
    members.push(member)
  }
  return { type: 'bool', run: turned(element.run, (value) => members.includes(value)) }
}

/** A literal as closures hold it; null for one they cannot. */
export function plainOf(literal: unknown): Plain | null {
  if (typeof literal === 'bigint') {
    const number = Number(literal)
    return Number.isSafeInteger(number) ? number : null
  }
  const plain =
    typeof literal === 'string' || typeof literal === 'number' || typeof literal === 'boolean'
  return plain ? literal : null
}

export function conversion<F>(node: ASTNode, name: string, operand: Typed<F>): Typed<F> | null {
  const { type, run } = operand
  switch (name) {
    case 'double':
      return type === 'int' || type === 'double' ? { type: 'double', run } : null
    case 'int':
      if (type === 'int') return operand
      return type === 'double' ? { type: 'int', run: turned(run, truncation(node)) } : null
    case 'string':
      return type === 'string' ? operand : null
    case 'size':
      return type === 'string' ? { type: 'int', run: turned(run, codePoints) } : null
    default:
      return null
  }
}

function truncation(node: ASTNode): (value: Plain) => Outcome {
  const infinite = failureOf(node)
  return (value) => (Number.isFinite(value) ? safe(Math.trunc(Number(value))) : infinite)
}

function codePoints(value: Plain): number {
  return Array.from(String(value)).length
}

export function method<F>(
  name: string,
  receiver: Typed<F> | null,
  args: readonly (Typed<F> | null)[],
): Typed<F> | null {
  const [argument] = args
  if (receiver === null || receiver.type !== 'string') return null
  if (name === 'size') return { type: 'int', run: turned(receiver.run, codePoints) }
  const test = TEXT_TESTS[name]
  if (test === undefined || argument === undefined || argument === null || args.length > 1) {
    return null
  }
  // The library evaluates the argument before the receiver, which tells which missing value is named.
  const run = joined(argument.run, receiver.run, (part, text) => test(String(text), String(part)))
  return { type: 'bool', run }
}

const TEXT_TESTS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
}
