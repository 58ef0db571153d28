import { graphql } from 'relay-runtime'

/** Commitments across plans, by a filter. */
export const commitmentList = graphql`
  query commitmentListQuery($filter: CommitmentFilter, $asOf: Date, $count: Int!) {
    ...commitmentList_query @arguments(filter: $filter, asOf: $asOf, count: $count)
  }
`

/** The list itself, forwards and backwards, at the root. */
export const commitments = graphql`
  fragment commitmentList_query on Query
  @refetchable(queryName: "commitmentListPaginationQuery")
  @argumentDefinitions(
    filter: { type: "CommitmentFilter" }
    asOf: { type: "Date" }
    count: { type: "Int!" }
    cursor: { type: "String" }
  ) {
    commitments(
      filter: $filter
      asOf: $asOf
      orderBy: [{ field: DUE_ON }]
      first: $count
      after: $cursor
    ) @connection(key: "commitmentList_commitments", filters: ["filter", "asOf"]) {
      totalCount
      edges {
        node {
          id
          ...commitmentCard_commitment
        }
      }
    }
  }
`
