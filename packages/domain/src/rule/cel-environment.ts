import { Environment, EvaluationError } from '@marcbachmann/cel-js'
import { CEL_FUNCTIONS, type CelFunction } from './cel-functions.ts'
import type { CelLimits } from './cel-limits.ts'
import { type FactField, type FactSchema, holdsField, isField } from './fact-schema.ts'

type LibrarySchema = { [name: string]: string | LibrarySchema }

/** The library's environment in which exactly the variables of a schema can be read. */
export function createEnvironment(variables: FactSchema, limits: CelLimits): Environment {
  const environment = new Environment({
    limits: {
      maxAstNodes: limits.maxNodes,
      maxDepth: limits.maxDepth,
      maxListElements: limits.maxNodes,
      maxMapEntries: 0,
      maxCallArguments: 3,
    },
  })
  for (const [name, part] of Object.entries(variables)) {
    if (isField(part)) environment.registerVariable(name, typeName(part))
    else environment.registerVariable(name, { schema: librarySchema(part) })
  }
  for (const fn of CEL_FUNCTIONS) {
    const signature = `${fn.name}(${fn.params.join(', ')}): ${fn.returns}`
    environment.registerFunction(signature, handlerOf(fn), { async: false })
  }
  return environment
}

function typeName(field: FactField): string {
  return field.type === 'date' ? 'string' : field.type
}

function librarySchema(schema: FactSchema): LibrarySchema {
  return Object.fromEntries(
    Object.entries(schema).map(([name, part]) => [
      name,
      isField(part) ? typeName(part) : librarySchema(part),
    ]),
  )
}

function handlerOf(fn: CelFunction): (a: string, b: string | bigint) => string | bigint {
  return (a, b) => {
    const result = fn.call(a, typeof b === 'bigint' ? Number(b) : b)
    if (result === null) {
      throw new EvaluationError({ code: 'no_value', message: `${fn.name} has no value` })
    }
    return typeof result === 'number' ? BigInt(result) : result
  }
}

/** The facts as the library wants them: declared fields only, whole numbers as bigint, missing values absent. */
export function contextOf(schema: FactSchema, facts: unknown): Record<string, unknown> {
  const context: Record<string, unknown> = Object.create(null)
  for (const [name, part] of Object.entries(schema)) {
    const value = ownValue(facts, name)
    if (!isField(part)) context[name] = contextOf(part, value)
    else if (holdsField(part.type, value)) {
      context[name] = part.type === 'int' ? BigInt(Number(value)) : value
    }
  }
  return context
}

function ownValue(facts: unknown, name: string): unknown {
  return typeof facts === 'object' && facts !== null && Object.hasOwn(facts, name)
    ? Reflect.get(facts, name)
    : undefined
}
