import * as z from 'zod'

/** A value with its keys in the order of the schema, and without the lists that are empty where none is the same. */
export function arrange(schema: z.core.$ZodType, value: unknown): unknown {
  const { element, shape, options } = formOf(schema)
  if (Array.isArray(value)) {
    return element === undefined ? value : value.map((each) => arrange(element, each))
  }
  if (typeof value !== 'object' || value === null) return value
  // Own text keys of a plain object.
  const fields = value as Fields
  const form = shape ?? shapeMeant(options ?? [], fields)
  const arranged: Record<string, unknown> = {}
  for (const [key, of] of Object.entries(form)) {
    const field = fields[key]
    if (field === undefined || (isEmpty(field) && of instanceof z.ZodDefault)) continue
    arranged[key] = arrange(of, field)
  }
  return arranged
}

type Fields = Readonly<Record<string, unknown>>

interface Form {
  readonly element?: z.core.$ZodType
  readonly shape?: z.core.$ZodShape
  readonly options?: readonly z.core.$ZodType[]
}

/** What a schema says of a value, whatever wraps it. */
function formOf(schema: z.core.$ZodType): Form {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodExactOptional) {
    return formOf(schema.unwrap())
  }
  if (schema instanceof z.ZodPipe) {
    const out = formOf(schema.def.out)
    return Object.keys(out).length > 0 ? out : formOf(schema.def.in)
  }
  if (schema instanceof z.ZodArray) return { element: schema.element }
  if (schema instanceof z.ZodObject) return { shape: schema.shape }
  if (schema instanceof z.ZodUnion) return { options: schema.options }
  return {}
}

/** The first of several shapes that has every key of a value, and its `type` and its `kind` where it has them. */
function shapeMeant(options: readonly z.core.$ZodType[], fields: Fields): z.core.$ZodShape {
  for (const option of options) {
    const { shape } = formOf(option)
    if (shape === undefined) continue
    const keys = Object.keys(fields).every((key) => key in shape)
    const isMeant = fits(shape.type, fields.type) && fits(shape.kind, fields.kind)
    if (keys && isMeant) return shape
  }
  return Object.fromEntries(Object.keys(fields).map((key) => [key, z.any()]))
}

function fits(schema: z.core.$ZodType | undefined, type: unknown): boolean {
  return !(schema instanceof z.ZodLiteral) || schema.values.has(String(type))
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
