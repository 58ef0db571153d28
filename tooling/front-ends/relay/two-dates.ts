import { graphql } from 'relay-runtime'

/** The same commitment on two dates, in one request. */
export const twoDates = graphql`
  query twoDatesQuery($plan: String!, $code: String!, $earlier: Date!, $later: Date!) {
    earlier: plan(code: $plan, asOf: $earlier) {
      id
      commitment(code: $code) {
        id
        ...commitmentCard_commitment
      }
    }
    later: plan(code: $plan, asOf: $later) {
      id
      commitment(code: $code) {
        id
        ...commitmentCard_commitment
      }
    }
  }
`
