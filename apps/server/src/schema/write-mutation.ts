import type { Command, CommandType } from '@duban/domain'
import { rolesFor } from '@duban/domain/decide'
import type { InputRef, ObjectFieldsShape, ObjectRef } from '@pothos/core'
import {
  failureOf,
  failureOfOutcome,
  notAllowed,
  type WriteFailure,
  type WriteRefusal,
} from '../writing/failure.ts'
import { write } from '../writing/write.ts'
import { type BuilderTypes, builder } from './builder.ts'
import type { Context } from './context.ts'
import { failureRefs } from './failure.ts'
import type { WriteInput } from './write-fields.ts'
import { WrittenRef, type WrittenShape, writtenShape } from './written.ts'

/** A command for a plan, or why the input is none. */
export type CommandRead =
  | { readonly plan: string; readonly command: Command }
  | { readonly refusals: readonly WriteRefusal[] }

/** One mutation: a command of the domain with its input, and what its payload has beside what every one has. */
export interface WriteMutation<Input extends WriteInput> {
  readonly name: string
  readonly command: CommandType
  readonly description: string
  readonly input: InputRef<Input>
  readonly payload?: ObjectFieldsShape<BuilderTypes, WrittenShape>
  readonly read: (input: Input, context: Context) => CommandRead | Promise<CommandRead>
  /** Fields of the command that the input has under another path. */
  readonly paths?: Readonly<Record<string, string>>
}

/** Declares a mutation: who may give its command is checked before, and decided once more with the command. */
export function writeMutation<Input extends WriteInput>(mutation: WriteMutation<Input>): void {
  const { name, command, description, input, read } = mutation
  const roles = rolesFor[command]
  const { Result, payloadName } = resultOf(name, mutation.payload)

  builder.mutationField(name, (t) =>
    t.field({
      type: Result,
      description,
      args: {
        input: t.arg({ type: input, required: true, description: 'What is to be written (内容).' }),
      },
      authScopes: { roles },
      unauthorizedResolver: (_root, _args, { viewer }) => notAllowed(viewer.actor, roles),
      resolve: async (_root, args, context) => {
        // The types of arguments are not worked out for an input that is a type parameter.
        const { input: given } = args as unknown as { readonly input: Input }
        const { actor } = context.viewer
        if (actor === null) return notAllowed(actor, roles)
        const asked = await read(given, context)
        if ('refusals' in asked) return failureOf(asked.refusals, roles)
        const outcome = await write(context.storage, {
          ...asked,
          actor,
          now: context.now,
          newId: context.newId,
          expectedRevision: given.expectedRevision ?? undefined,
          idempotencyKey: given.idempotencyKey ?? undefined,
          dryRun: given.dryRun,
        })
        return outcome.outcome === 'DONE'
          ? writtenShape(payloadName, outcome, context.now)
          : atInputPaths(failureOfOutcome(outcome, roles), mutation.paths ?? {})
      },
    }),
  )
}

/** A failure with the paths of the input in place of the command's. */
function atInputPaths(
  failure: WriteFailure,
  paths: Readonly<Record<string, string>>,
): WriteFailure {
  const rename = (refusal: WriteRefusal): WriteRefusal => {
    const { path } = refusal
    const found = Object.entries(paths).find(
      ([from]) => path === from || path.startsWith(`${from}.`),
    )
    return found === undefined
      ? refusal
      : { ...refusal, path: found[1] + path.slice(found[0].length) }
  }
  const [first, ...others] = failure.refusals
  return { ...failure, refusals: [rename(first), ...others.map(rename)] }
}

/** The payload and the result union of a mutation. */
export function resultOf(name: string, payload?: ObjectFieldsShape<BuilderTypes, WrittenShape>) {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const payloadName = `${Name}Payload`
  const Payload: ObjectRef<BuilderTypes, WrittenShape> =
    builder.objectRef<WrittenShape>(payloadName)
  builder.objectType(Payload, {
    description: `What ${name} has done (办理结果).`,
    interfaces: [WrittenRef],
    ...(payload ? { fields: payload } : {}),
  })
  const Result = builder.unionType(`${Name}Result`, {
    description: `What ${name} comes to: its payload, or why it was not done (办理结果或未办理的原因).`,
    types: [Payload, ...failureRefs],
    resolveType: (result: WrittenShape | WriteFailure) => result.__typename,
  })
  return { Result, payloadName }
}
