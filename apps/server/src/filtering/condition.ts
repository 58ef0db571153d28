import type { Comparable, Condition } from '@duban/storage'

/** Operators on one field, as a filter's input gives them; null is a value for `eq` only. */
export interface FieldOperators {
  readonly eq?: Comparable | null | undefined
  readonly in?: readonly Comparable[] | null | undefined
  readonly lt?: Comparable | null | undefined
  readonly lte?: Comparable | null | undefined
  readonly gt?: Comparable | null | undefined
  readonly gte?: Comparable | null | undefined
  readonly contains?: string | null | undefined
}

/** A filter's input: operators by field, and `and`, `or`, `not` of the same. */
export type FilterInput<Field extends string> = {
  readonly [F in Field]?: FieldOperators | null | undefined
} & {
  readonly and?: readonly FilterInput<Field>[] | null | undefined
  readonly or?: readonly FilterInput<Field>[] | null | undefined
  readonly not?: FilterInput<Field> | null | undefined
}

/** How the operands of a field are written in the rows, where that differs from the input. */
export type Writing<Field extends string> = { readonly [F in Field]?: (text: string) => string }

/** The condition a filter's input states: all that it names must hold. Undefined where it names nothing. */
export function conditionOf<Field extends string>(
  filter: FilterInput<Field> | null | undefined,
  fields: readonly Field[],
  writing: Writing<Field> = {},
): Condition<Field> | undefined {
  if (!filter) return undefined
  const parts: Condition<Field>[] = []
  for (const field of fields) {
    const operators = filter[field]
    if (operators) parts.push(...operatorsOf(field, operators, writing[field]))
  }
  const all = (inputs: readonly FilterInput<Field>[]): readonly Condition<Field>[] =>
    inputs.map((one) => conditionOf(one, fields, writing) ?? everything)
  if (filter.and) parts.push({ and: all(filter.and) })
  if (filter.or) parts.push({ or: all(filter.or) })
  if (filter.not) parts.push({ not: conditionOf(filter.not, fields, writing) ?? everything })
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : { and: parts }
}

const everything = { and: [] }

function operatorsOf<Field extends string>(
  field: Field,
  operators: FieldOperators,
  written: (text: string) => string = (text) => text,
): Condition<Field>[] {
  const operand = (value: Comparable): Comparable =>
    typeof value === 'string' ? written(value) : value
  const { eq, lt, lte, gt, gte, contains } = operators
  const parts: Condition<Field>[] = []
  if (eq !== undefined) parts.push({ field, eq: eq === null ? null : operand(eq) })
  if (isGiven(operators.in)) parts.push({ field, in: operators.in.map(operand) })
  if (isGiven(lt)) parts.push({ field, lt: operand(lt) })
  if (isGiven(lte)) parts.push({ field, lte: operand(lte) })
  if (isGiven(gt)) parts.push({ field, gt: operand(gt) })
  if (isGiven(gte)) parts.push({ field, gte: operand(gte) })
  if (isGiven(contains)) parts.push({ field, contains })
  return parts
}

/** Whether an optional argument has a value; GraphQL lets clients write null for none. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null
}
