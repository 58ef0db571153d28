import { and, Column, is, isNull, not, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Comparable, Condition } from '../contract/page.ts'
import { containsText } from '../sql.ts'

/** A column without nulls, and the value that stands for none in it. */
export interface WithNone {
  readonly column: SQLWrapper
  readonly none: string
}

/** Many values of which one must pass the test; `none` tells whether there are none. */
export interface AnyOf {
  readonly anyOf: (test: (value: SQL) => SQL) => SQL
  readonly none?: SQL
}

/** What a field is read from: a column, one with a value for none, or many values. */
export type FieldSource = SQLWrapper | WithNone | AnyOf

type Comparison = Exclude<
  Condition<string>,
  { readonly and: unknown } | { readonly or: unknown } | { readonly not: unknown }
>

/** A condition as SQL. An empty `and` holds for every row, an empty `or` and an empty `in` for none. */
export function conditionSql<Field extends string>(
  session: Session,
  condition: Condition<Field>,
  fields: Readonly<Record<Field, FieldSource>>,
): SQL {
  const build = (part: Condition<Field>) => conditionSql(session, part, fields)
  if ('and' in condition) return and(...condition.and.map(build)) ?? sql`1 = 1`
  if ('or' in condition) return or(...condition.or.map(build)) ?? sql`1 = 0`
  // A comparison with a missing value is not true, so its `not` is.
  if ('not' in condition) return not(sql`coalesce(${build(condition.not)}, false)`)
  const source = fields[condition.field]
  const compare = (value: SQLWrapper) => comparisonSql(session, condition, value)
  if ('anyOf' in source) {
    const { anyOf, none } = source
    return none !== undefined && 'eq' in condition && condition.eq === null ? none : anyOf(compare)
  }
  if (!('none' in source)) return compare(source)
  return (
    isNoneSql(condition, source) ??
    sql`(${compare(source.column)} and ${source.column} < ${source.none})`
  )
}

/** The test for no value, where that is what is asked. */
function isNoneSql(condition: Comparison, { column, none }: WithNone): SQL | null {
  return 'eq' in condition && condition.eq === null ? sql`${column} = ${none}` : null
}

/** The fields a condition asks about. */
export function fieldsIn<Field extends string>(condition: Condition<Field>): readonly Field[] {
  if ('and' in condition) return condition.and.flatMap(fieldsIn)
  if ('or' in condition) return condition.or.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return [condition.field]
}

function comparisonSql(session: Session, condition: Comparison, value: SQLWrapper): SQL {
  // A column knows how its values are written, booleans on SQLite for one.
  const given = (one: Comparable): SQL =>
    is(value, Column) ? sql`${sql.param(one, value)}` : sql`${one}`
  if ('eq' in condition) {
    return condition.eq === null ? isNull(value) : sql`${value} = ${given(condition.eq)}`
  }
  if ('in' in condition) {
    if (condition.in.length === 0) return sql`1 = 0`
    return sql`${value} in (${sql.join(condition.in.map(given), sql`, `)})`
  }
  if ('lt' in condition) return sql`${value} < ${given(condition.lt)}`
  if ('lte' in condition) return sql`${value} <= ${given(condition.lte)}`
  if ('gt' in condition) return sql`${value} > ${given(condition.gt)}`
  if ('gte' in condition) return sql`${value} >= ${given(condition.gte)}`
  return containsText(session, value, condition.contains)
}
