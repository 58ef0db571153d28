/** What a field of a subject or of an assessment holds, as CEL sees it; a date is a string `YYYY-MM-DD`. */
export type FieldType = 'string' | 'date' | 'double' | 'int' | 'bool'

/** One field that a condition may read. */
export interface FactField {
  readonly type: FieldType
  /** The texts it can hold, where there is a fixed set. */
  readonly values?: readonly string[]
}

/** Fields by name; a nested schema is a group that is always there, whatever of it is known. */
export interface FactSchema {
  readonly [name: string]: FactField | FactSchema
}

/** True for a field, false for a group of fields. */
export function isField(part: FactField | FactSchema): part is FactField {
  return typeof part.type === 'string'
}

/** The field or group at a path; undefined where the schema has none. */
export function partAt(
  schema: FactSchema,
  path: readonly string[],
): FactField | FactSchema | undefined {
  let part: FactField | FactSchema | undefined = schema
  for (const name of path) {
    if (part === undefined || isField(part) || !Object.hasOwn(part, name)) return undefined
    part = part[name]
  }
  return part
}

/** Whether a value can stand in a field: anything else, null and NaN too, is a missing value. */
export function holdsField(type: FieldType, value: unknown): value is string | number | boolean {
  switch (type) {
    case 'string':
    case 'date':
      return typeof value === 'string'
    case 'double':
      return Number.isFinite(value)
    case 'int':
      return Number.isSafeInteger(value)
    case 'bool':
      return typeof value === 'boolean'
  }
}
