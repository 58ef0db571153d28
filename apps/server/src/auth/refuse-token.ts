import { GraphQLError } from 'graphql'
import { type TokenProblem, textOfTokenProblem } from './token-problem.ts'

/** The error of a request whose token is not taken: nothing of it is answered, its status is 401. */
export function refuseToken(problem: TokenProblem): GraphQLError {
  const { zh, en } = textOfTokenProblem(problem)
  return new GraphQLError(`The token is not accepted: ${en}.`, {
    extensions: {
      code: 'UNAUTHENTICATED',
      zh: `令牌未被接受：${zh}`,
      problem: problem.code,
      ...problem.params,
      http: { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
    },
  })
}

/** The error of a question that takes a token and comes without. */
export function refuseNoToken(): GraphQLError {
  return new GraphQLError('A bearer token is needed.', {
    extensions: { code: 'UNAUTHENTICATED', zh: '需要访问令牌', problem: 'NO_TOKEN' },
  })
}
