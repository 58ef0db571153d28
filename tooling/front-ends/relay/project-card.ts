import { graphql } from 'relay-runtime'

/** A project by itself, fetched again through `node`. */
export const projectCard = graphql`
  fragment projectCard_project on Project @refetchable(queryName: "projectCardRefetchQuery") {
    id
    code
    name
    stage
    view {
      asOf
    }
    rollup {
      count
      light
    }
  }
`
