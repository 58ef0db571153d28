import * as z from 'zod'

/** A mapping with these keys and no others. */
export function mapping<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  meta?: { readonly id?: string; readonly description?: string },
) {
  const known = Object.keys(shape).join(' ')
  // The error text never reaches a user: it carries the known keys to where issues are worded.
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  })
  return meta === undefined ? schema : schema.meta(meta)
}

/** A list that the domain always has; one that is not written is empty. */
export function list<Schema extends z.ZodType>(of: Schema) {
  return z.array(of).default([])
}
