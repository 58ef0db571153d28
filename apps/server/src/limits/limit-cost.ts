import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Limits } from '../settings/settings.ts'

interface Cost {
  readonly complexity: number
  readonly depth: number
}

/**
 * Refuses operations that are too deep or cost too much, before anything is run. A field costs 1, a connection
 * its page size times what stands below it. Introspection is left out: graphql-js limits its depth itself.
 */
export function useCostLimit(limits: Limits): Plugin {
  const known = new WeakMap<OperationDefinitionNode, Cost>()

  const costOf = (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): Cost | undefined => {
    const found = known.get(operation)
    if (found) return found
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
    try {
      const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }
      const cost = complexityFromQuery(alone, { schema, variables })
      if (!operation.variableDefinitions?.length) known.set(operation, cost)
      return cost
    } catch {
      // Variables that do not fit their types: execution says so in its own words.
      return undefined
    }
  }

  return {
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName)
      if (!operation) return
      const cost = costOf(args.schema, args.document, operation, args.variableValues ?? {})
      const error = cost && refusalOf(cost, operation)
      if (error) setResultAndStopExecution({ errors: [error] })
    },
  }

  function refusalOf(cost: Cost, operation: OperationDefinitionNode): GraphQLError | undefined {
    const place = { nodes: [operation], status: 400, ofDocument: true }
    if (cost.depth > limits.depth) {
      const params = { actual: cost.depth, limit: limits.depth, setting: limitVariables.depth }
      return refuse('DEPTH_LIMIT', params, place)
    }
    if (cost.complexity > limits.cost) {
      const params = { actual: cost.complexity, limit: limits.cost, setting: limitVariables.cost }
      return refuse('COST_LIMIT', params, place)
    }
    return undefined
  }
}
