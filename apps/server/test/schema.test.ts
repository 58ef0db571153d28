import { readFileSync, writeFileSync } from 'node:fs'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  printSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/schema/schema.ts'

const file = new URL('../schema.graphql', import.meta.url)

describe('the schema', () => {
  it('is the one that schema.graphql tells; UPDATE_SCHEMA=1 writes it anew', () => {
    const printed = `${printSchema(schema)}\n`
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, printed)
    expect(printed).toBe(readFileSync(file, 'utf8'))
  })

  it('describes every type, field, argument and enum value, in English with the Chinese term', () => {
    const bare = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !builtIn.has(type.name))
      .flatMap(partsOf)
      .filter(({ description }) => !description || !/\p{Script=Han}/u.test(description))
      .map(({ name }) => name)
    expect(bare).toEqual([])
  })
})

const builtIn = new Set(['Boolean', 'Float', 'ID', 'Int', 'String'])

interface Part {
  readonly name: string
  readonly description: string | null | undefined
}

function partsOf(type: GraphQLNamedType): Part[] {
  const parts: Part[] = [type]
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      parts.push({ name, description: field.description })
      for (const arg of field.args) {
        parts.push({ name: `${name}(${arg.name})`, description: arg.description })
      }
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ name: `${type.name}.${field.name}`, description: field.description })
    }
  }
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      parts.push({ name: `${type.name}.${value.name}`, description: value.description })
    }
  }
  return parts
}
