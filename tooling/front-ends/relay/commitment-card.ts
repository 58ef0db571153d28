import { graphql } from 'relay-runtime'

/** A commitment of any kind: a fragment on the interface, with what only some kinds have. */
export const commitmentCard = graphql`
  fragment commitmentCard_commitment on Commitment
  @refetchable(queryName: "commitmentCardRefetchQuery") {
    __typename
    id
    code
    title
    dueOn
    view {
      asOf
    }
    assessment {
      status
      light
      gapPoints
      reasons {
        message
      }
    }
    ... on Indicator {
      target
      unit {
        label
      }
    }
    ... on Obligation {
      rule {
        id
        title
      }
    }
  }
`
