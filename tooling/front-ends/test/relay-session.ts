import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  getPaginationMetadata,
  getPaginationVariables,
  getRefetchMetadata,
  getRequest,
  getSingularSelector,
  Network,
  type ReaderFragment,
  RecordSource,
  Store,
  type Variables,
} from 'relay-runtime'
import { url } from './served.ts'

/** What Relay's hooks do with its runtime, without React. */
export interface RelaySession {
  /** As `useLazyLoadQuery`: fetches, keeps what came, and reads it. */
  readonly load: <TData>(query: GraphQLTaggedNode, variables: Variables) => Promise<TData>
  /** As `useFragment`. */
  readonly read: <TData>(fragment: ReaderFragment, ref: unknown) => TData
  /** As `loadNext` of `usePaginationFragment`; answers whether there is more. */
  readonly loadNext: (fragment: ReaderFragment, ref: unknown, count: number) => Promise<boolean>
  /** As `refetch` of `useRefetchableFragment`, of an object by its id. */
  readonly refetch: (fragment: ReaderFragment, id: string) => Promise<void>
  /** The ids of all records in the store. */
  readonly recordIds: () => readonly string[]
}

export function startRelay(fetch: typeof globalThis.fetch): RelaySession {
  const source = new RecordSource()
  const environment = new Environment({
    network: Network.create(async ({ text }, variables): Promise<GraphQLResponse> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      })
      return response.json()
    }),
    store: new Store(source),
  })

  const load = async <TData>(query: GraphQLTaggedNode, variables: Variables): Promise<TData> => {
    const operation = createOperationDescriptor(getRequest(query), variables)
    environment.retain(operation)
    await fetchQuery(environment, query, variables).toPromise()
    // Relay's compiler wrote the type of what this query reads.
    return environment.lookup(operation.fragment).data as TData
  }

  const read = <TData>(fragment: ReaderFragment, ref: unknown): TData => {
    const { data, isMissingData } = environment.lookup(getSingularSelector(fragment, ref))
    if (isMissingData) throw new Error(`${fragment.name} is not all there`)
    // Relay's compiler wrote the type of what this fragment reads.
    return data as TData
  }

  return {
    load,
    read,
    async loadNext(fragment, ref, count) {
      const { connectionPathInFragmentData, paginationRequest, paginationMetadata } =
        getPaginationMetadata(fragment, 'a list')
      const pageInfo = () => pageInfoAt(read<unknown>(fragment, ref), connectionPathInFragmentData)
      const variables = getPaginationVariables(
        'forward',
        count,
        pageInfo().endCursor,
        getSingularSelector(fragment, ref).variables,
        {},
        paginationMetadata,
      )
      await load(paginationRequest, { ...variables, ...identify(fragment, read(fragment, ref)) })
      return pageInfo().hasNextPage
    },
    async refetch(fragment, id) {
      const { refetchableRequest, identifierInfo } = getRefetchMetadata(fragment, 'an object')
      if (!identifierInfo) throw new Error(`${fragment.name} has no identifier`)
      await load(refetchableRequest, { [identifierInfo.identifierQueryVariableName]: id })
    },
    recordIds: () => source.getRecordIDs(),
  }
}

/** The variable that names the object which a list belongs to; none at the root. */
function identify(fragment: ReaderFragment, data: object): Variables {
  const { identifierInfo } = getRefetchMetadata(fragment, 'a list')
  if (!identifierInfo) return {}
  const { identifierField, identifierQueryVariableName } = identifierInfo
  return {
    [identifierQueryVariableName]: Object.entries(data).find(
      ([name]) => name === identifierField,
    )?.[1],
  }
}

interface PageInfo {
  readonly endCursor: string | null
  readonly hasNextPage: boolean
}

function pageInfoAt(data: unknown, path: readonly (string | number)[]): PageInfo {
  const at = (value: unknown, name: string | number): unknown =>
    Object.entries(value ?? {}).find(([key]) => key === String(name))?.[1]
  // The compiler puts these two fields into every connection.
  return at(path.reduce(at, data), 'pageInfo') as PageInfo
}
