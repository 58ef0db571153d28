import type { BuilderTypes } from './builder.ts'

/** What every input has that writes a plan. */
export function writeFields(t: InputFields) {
  return {
    plan: t.string({ required: true, description: 'Code of the plan (计划代码).' }),
    ...guardFields(t),
  }
}

/** What guards a write. */
export function guardFields(t: InputFields) {
  return {
    expectedRevision: t.int({
      description:
        'The revision that the plan is expected at (依据版本); at another one the result is a Conflict.',
    }),
    idempotencyKey: t.string({
      description:
        'A name for this request (幂等键): sent again with the same one, it gets the first answer.',
    }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Only tell what it would change, and write nothing (试办).',
    }),
  }
}

type InputFields = PothosSchemaTypes.InputFieldBuilder<BuilderTypes, 'InputObject'>

/** The same fields as resolvers get them. */
export interface WriteInput {
  readonly expectedRevision?: number | null | undefined
  readonly idempotencyKey?: string | null | undefined
  readonly dryRun: boolean
}

/** Optional fields that were given: GraphQL has null and absence, a command has absence only. */
export function present<T extends object>(fields: T): Present<T> {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  // The entries left are those of T that have a value.
  return Object.fromEntries(given) as Present<T>
}

type Present<T> = { readonly [K in keyof T]?: NonNullable<T[K]> }
