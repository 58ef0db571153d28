import * as z from 'zod'

/** A mapping with these keys and no others. */
export function mapping<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  description?: string,
) {
  const known = Object.keys(shape).join(' ')
  // The error text never reaches a user: it carries the known keys to where issues are worded.
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  })
  return description === undefined ? schema : schema.meta({ description })
}

/** A list that the domain always has; one that is not written is empty. */
export function list<Schema extends z.ZodType>(of: Schema) {
  return z.array(of).default([])
}
