import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import { fill, type Params, type RefusalCode, refusals } from './catalogue.ts'

/** Where an error belongs in the document and on the wire. */
export interface RefusalPlace {
  readonly nodes?: GraphQLErrorOptions['nodes']
  /** Status of the whole answer; a refused field leaves it at 200. */
  readonly status?: number
  /** The document is at fault: under application/json such an answer keeps the status 200, as the specification wants. */
  readonly ofDocument?: boolean
}

/**
 * The error a client sees: an English message, and in `extensions` the code, the Chinese text (`zh`) and every
 * parameter, the offending value among them.
 */
export function refuse(code: RefusalCode, params: Params, place: RefusalPlace = {}): GraphQLError {
  const { zh, en } = refusals[code]
  return new GraphQLError(fill(en, params), {
    ...(place.nodes ? { nodes: place.nodes } : {}),
    extensions: {
      code,
      zh: fill(zh, params),
      ...params,
      ...(place.status === undefined
        ? {}
        : { http: { status: place.status, spec: place.ofDocument ?? false } }),
    },
  })
}
