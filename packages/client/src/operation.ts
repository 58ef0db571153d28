import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import type { Asked } from './request.ts'

/**
 * An operation as text, with the types of its answer and of its variables: one of this package's, or one of your own
 * from GraphQL Code Generator with `documentMode: 'string'`. A parsed document is none.
 */
export type Operation<TData, TVariables> = Text & DocumentTypeDecoration<TData, TVariables>

/** A string, or an object that extends String and may know the id that its text is persisted by. */
interface Text {
  readonly length: number
  readonly trim: () => string
  readonly toString: () => string
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined
}

/** An operation as it is sent. */
export function askedOf<TVariables>(
  operation: Operation<unknown, TVariables>,
  variables: TVariables | undefined,
): Asked {
  const id = operation.__meta__?.id
  return {
    text: operation.toString(),
    id: typeof id === 'string' ? id : null,
    variables: variables ?? {},
  }
}

/** The arguments after an operation: its variables may be left out where none is required. */
export type Rest<TVariables, TOptions> =
  Record<string, never> extends TVariables
    ? readonly [variables?: NoInfer<TVariables>, options?: TOptions]
    : readonly [variables: NoInfer<TVariables>, options?: TOptions]

/** The type of an operation's answer. */
export type DataOf<T> = T extends DocumentTypeDecoration<infer TData, never> ? TData : never

/** The type of an operation's variables. */
export type VariablesOf<T> =
  T extends DocumentTypeDecoration<unknown, infer TVariables> ? TVariables : never
