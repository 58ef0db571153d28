import { hasRole } from '@duban/domain/decide'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import '../limits/limit-rows.ts'
import { refuseNoToken } from '../auth/refuse-token.ts'
import type { SchemaTypes } from './schema-types.ts'

/** The one schema builder. It knows no type of the graph: each noun's file adds its own. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, ComplexityPlugin, 'rowLimit'],
  defaultFieldNullability: false,
  complexity: { disabled: true },
  rowLimit: ({ limits }) => limits.rows,
  errors: { directResult: true },
  scopeAuth: {
    authScopes: ({ viewer: { actor, mayRead } }) => ({
      read: mayRead,
      roles: (roles) => actor !== null && hasRole(actor, roles),
    }),
    unauthorizedError: refuseNoToken,
    treatErrorsAsUnauthorized: false,
    authorizeOnSubscribe: true,
  },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: {
      complexity: { field: 0, multiplier: 1 },
      description: 'The nodes of the page without their cursors (本页各项).',
    },
    edgesFieldOptions: {
      nullable: false,
      complexity: { field: 0, multiplier: 1 },
      description: 'The page: each node with its cursor (本页).',
    },
    pageInfoFieldOptions: { description: 'Where the page stands in the whole list (分页信息).' },
    nodeTypeOptions: {
      description:
        'Anything with a global id (全局标识), by which it is fetched again in the same view.',
    },
    idFieldOptions: {
      description:
        'The global id (全局标识). An object in a view other than the default has an id of its own, which carries the view.',
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list (分页信息).' },
    hasNextPageFieldOptions: { description: 'Whether more follows this page (有下一页).' },
    hasPreviousPageFieldOptions: {
      description: 'Whether something stands before this page (有上一页).',
    },
    startCursorFieldOptions: { description: 'Cursor of the first edge, for `before` (首游标).' },
    endCursorFieldOptions: { description: 'Cursor of the last edge, for `after` (末游标).' },
    cursorFieldOptions: {
      description: 'Place of this edge in the list (游标); it stays good while facts are added.',
    },
    nodeFieldOptions: { nullable: false, description: 'What stands at this place (本项).' },
    firstArgOptions: {
      description: 'So many from the start, or after `after` (前几项); 100 unless given.',
    },
    lastArgOptions: { description: 'So many from the end, or before `before` (后几项).' },
    afterArgOptions: { description: 'The cursor after which the page starts (起始游标).' },
    beforeArgOptions: { description: 'The cursor before which the page ends (结束游标).' },
  },
})

/** The types the builder works with, for functions that declare types of the graph. */
export type BuilderTypes =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never
