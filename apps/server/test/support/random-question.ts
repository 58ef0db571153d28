import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** Picks numbers below a bound, the same ones for the same seed. */
export type Pick = (below: number) => number

/** A small generator of numbers, so that a question can be asked again by its seed. */
export function pickOf(seed: number): Pick {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Texts that the arguments and filters of a question are filled with, by the name of the argument. */
export type Words = Readonly<Record<string, readonly string[]>>

/** A valid selection of a type's fields, made up from the schema. */
export function randomSelection(
  schema: GraphQLSchema,
  type: string,
  words: Words,
  pick: Pick,
  depth: number,
): string {
  const parent = schema.getType(type)
  if (!isObjectType(parent)) return '{ __typename }'
  const fields = Object.values(parent.getFields()).filter(
    (field) => !left.has(field.name) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
  )
  const chosen = new Set<string>(['__typename'])
  for (let many = 1 + pick(4); many > 0 && fields.length > 0; many -= 1) {
    const field = fields[pick(fields.length)]
    if (field) chosen.add(randomField(schema, field, words, pick, depth, `a${chosen.size}`))
  }
  return `{ ${[...chosen].join(' ')} }`
}

/** Fields that hold the request's instant, or whose answers are long and told elsewhere. */
const left = new Set(['knownAt', 'audit', 'history', 'statusHistory'])

function randomField(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  words: Words,
  pick: Pick,
  depth: number,
  alias: string,
): string {
  const args = field.args.flatMap((arg) => {
    const value = randomArgument(arg, words, pick)
    return value === undefined ? [] : [`${arg.name}: ${value}`]
  })
  const called = `${alias}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return called
  const below = isObjectType(type)
    ? randomSelection(schema, type.name, words, pick, depth - 1)
    : `{ __typename ${schema
        .getPossibleTypes(type)
        .map(
          (one) =>
            `... on ${one.name} ${suffixed(randomSelection(schema, one.name, words, pick, depth - 1), one.name)}`,
        )
        .join(' ')} }`
  return `${called} ${below}`
}

/** Aliases of their own, so that the same alias of two types cannot clash. */
function suffixed(selection: string, type: string): string {
  return selection.replace(/\b(a\d+):/g, `$1${type}:`)
}

function randomArgument(arg: GraphQLArgument, words: Words, pick: Pick): string | undefined {
  const isRequired = isNonNullType(arg.type) && arg.defaultValue === undefined
  if (!isRequired && pick(2) === 0) return undefined
  // A page from the end needs no `after`, and the other way round; cursors are made by the lists themselves.
  if (['after', 'before', 'last', 'knownAt', 'observations', 'stages'].includes(arg.name))
    return undefined
  if (arg.name === 'first') return String(pick(5))
  return randomValue(arg.type, arg.name, words, pick, 2)
}

function randomValue(
  type: GraphQLInputType,
  name: string,
  words: Words,
  pick: Pick,
  depth: number,
): string | undefined {
  if (isNonNullType(type)) return randomValue(type.ofType, name, words, pick, depth)
  if (isListType(type)) {
    const one: string | undefined = randomValue(type.ofType, name, words, pick, depth)
    return one === undefined ? '[]' : `[${one}]`
  }
  if (isEnumType(type)) {
    const values = type.getValues()
    return values[pick(values.length)]?.name
  }
  if (isInputObjectType(type)) {
    if (depth === 0) return undefined
    const fields = Object.values(type.getFields())
    const needed = fields.filter((field) => isNonNullType(field.type))
    const chosen = needed.length > 0 ? needed : [fields[pick(fields.length)]]
    const parts = chosen.flatMap((field) => {
      if (!field) return []
      const value = randomValue(
        field.type,
        field.name === 'eq' ? name : field.name,
        words,
        pick,
        depth - 1,
      )
      return value === undefined ? [] : [`${field.name}: ${value}`]
    })
    return `{ ${parts.join(', ')} }`
  }
  const list = words[name] ?? words[type.toString()] ?? []
  const word = list[pick(list.length)]
  if (type.toString() === 'Int') return String(pick(4))
  if (type.toString() === 'Boolean') return pick(2) === 0 ? 'true' : 'false'
  return word === undefined ? undefined : JSON.stringify(word)
}
