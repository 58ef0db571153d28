import { graphql } from 'relay-runtime'

/** A plan with the first page of its projects. */
export const projectList = graphql`
  query projectListQuery($code: String!, $asOf: Date, $count: Int!) {
    plan(code: $code, asOf: $asOf) {
      id
      ...projectList_plan @arguments(count: $count)
    }
  }
`

/** The list itself, which asks for its further pages through `node`. */
export const projects = graphql`
  fragment projectList_plan on Plan
  @refetchable(queryName: "projectListPaginationQuery")
  @argumentDefinitions(
    count: { type: "Int!" }
    cursor: { type: "String" }
    filter: { type: "ProjectFilter" }
  ) {
    code
    projects(first: $count, after: $cursor, filter: $filter)
      @connection(key: "projectList_plan_projects") {
      totalCount
      edges {
        node {
          id
          code
          ...projectCard_project
        }
      }
    }
  }
`
