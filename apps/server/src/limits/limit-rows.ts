import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import { refuse } from '../errors/refuse.ts'
import { limitVariables } from '../settings/read-settings.ts'

declare global {
  namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      rowLimit: RowLimitPlugin<Types>
    }
    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      /** Entries that a list without pages may have. */
      rowLimit: (context: Types['Context']) => number
    }
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>

/** Holds every list that has no pages to one limit: rows of a breakdown, points of a history, rules of a plan. */
class RowLimitPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: Resolver<Types>,
    { name, type, parentType }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    if (type.kind !== 'List' || parentType.endsWith('Connection')) return resolver
    const { rowLimit } = this.builder.options
    return (parent, args, context, info) => {
      const found = resolver(parent, args, context, info)
      const limit = rowLimit(context)
      return found instanceof Promise
        ? found.then((list) => within(list, name, limit))
        : within(found, name, limit)
    }
  }
}

SchemaBuilder.registerPlugin('rowLimit', RowLimitPlugin)

function within(list: unknown, field: string, limit: number): unknown {
  if (!Array.isArray(list) || list.length <= limit) return list
  throw refuse('ROW_LIMIT', { field, actual: list.length, limit, setting: limitVariables.rows })
}
