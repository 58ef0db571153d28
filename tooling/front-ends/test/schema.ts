import { readFileSync } from 'node:fs'
import {
  buildSchema,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql'

/** The schema as the server prints it. */
export const schema = buildSchema(
  readFileSync(new URL('../../../apps/server/schema.graphql', import.meta.url), 'utf8'),
)

const roots = new Set([
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
])

/** Names of the objects that have no id: they belong to the object that holds them. */
export const embedded: readonly string[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !isIntrospectionType(type) && !roots.has(type) && !type.getFields().id
    ? [type.name]
    : [],
)

/** Which objects stand behind each interface and union, as Apollo Client wants it. */
export const possibleTypes: Readonly<Record<string, string[]>> = Object.fromEntries(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isAbstractType(type) || isInterfaceType(type)
      ? [[type.name, schema.getPossibleTypes(type).map(({ name }) => name)]]
      : [],
  ),
)
