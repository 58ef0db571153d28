import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'
import type { Operations } from '../persisted-operations.ts'

/**
 * Takes a document by its id: `extensions.persistedQuery.sha256Hash`, or `documentId` for short. With `only`, no other
 * document is taken.
 */
export function useOperations(operations: Operations, only: boolean): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: (params, request) => idOf(params, request),
    getPersistedOperation: (id: string) => operations.get(id) ?? null,
    customErrors: {
      notFound: ({ params, request }) =>
        refuse('UNKNOWN_OPERATION', { value: idOf(params, request) ?? '' }, { status: 404 }),
      keyNotFound: () => refuse('NO_DOCUMENT', {}, { status: 400 }),
      persistedQueryOnly: () => refuse('PERSISTED_ONLY', {}, { status: 403 }),
    },
  })
}

function idOf({ extensions, ...params }: GraphQLParams, request: Request): string | null {
  if ('documentId' in params && typeof params.documentId === 'string') return params.documentId
  const inUrl = new URL(request.url).searchParams.get('documentId')
  if (inUrl !== null) return inUrl
  const asked: unknown = extensions?.persistedQuery
  const named = typeof asked === 'object' && asked !== null && 'sha256Hash' in asked
  return named && typeof asked.sha256Hash === 'string' ? asked.sha256Hash : null
}
