import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** A document that touches all of a schema: each root field with all its arguments, each type with all its leaves. */
export function wholeSchema(schema: GraphQLSchema): string {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  const operations = roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => operationOf(kind, field)),
  )
  const fragments = Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) &&
    !isIntrospectionType(type) &&
    !roots.some(([, root]) => root === type)
      ? [`fragment ${type.name}Leaves on ${type.name} { ${leavesOf(type.getFields())} }`]
      : [],
  )
  return [...operations, ...fragments].join('\n')
}

function operationOf(kind: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(' ')
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(' ')
  const parts = isLeafType(getNamedType(type)) ? '' : '{ __typename }'
  return `${kind} ${name}Whole ${args.length > 0 ? `(${variables})` : ''} {
    ${name} ${args.length > 0 ? `(${given})` : ''} ${parts}
  }`
}

function leavesOf(fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>): string {
  const leaves = Object.values(fields).filter(
    ({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isRequiredArgument),
  )
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ')
}
