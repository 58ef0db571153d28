import {
  type ASTVisitor,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type ValidationContext,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Limits } from '../settings/settings.ts'

/** Refuses documents with too many tokens or aliases, before anything is validated or run. */
export function useDocumentLimits(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: Source | string, options) => {
        try {
          return parse(source, { ...options, maxTokens: limits.tokens })
        } catch (error) {
          const actual = countTokens(source)
          if (actual <= limits.tokens) throw error
          throw refuse(
            'TOKEN_LIMIT',
            { actual, limit: limits.tokens, setting: limitVariables.tokens },
            { status: 400, ofDocument: true },
          )
        }
      })
    },
    onValidate({ addValidationRule }) {
      addValidationRule(aliasRule)
    },
  }

  function aliasRule(context: ValidationContext): ASTVisitor {
    let actual = 0
    return {
      Field(node) {
        if (node.alias) actual += 1
      },
      Document: {
        leave(node) {
          if (actual <= limits.aliases) return
          const nodes = node.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
          context.reportError(
            refuse(
              'ALIAS_LIMIT',
              { actual, limit: limits.aliases, setting: limitVariables.aliases },
              { nodes: nodes.slice(0, 1), status: 400, ofDocument: true },
            ),
          )
        },
      },
    }
  }
}

/** Tokens up to the end, or up to the first character that starts none. */
function countTokens(source: Source | string): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  let count = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1
  } catch {
    return count
  }
  return count
}
