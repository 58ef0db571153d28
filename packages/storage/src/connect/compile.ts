import { is, Param, Placeholder, type Query } from 'drizzle-orm'
import type { Prepared } from './session.ts'

/** A prepared statement taken apart, so that a driver runs it with nothing in between. */
export interface Compiled {
  readonly sql: string
  /** The parameters of one run, as the columns write their values; behind those of other runs, where they are given. */
  readonly bind: (values: Record<string, unknown>, others?: unknown[]) => unknown[]
}

/** Takes a prepared statement apart. What each parameter is gets asked once, not once a row. */
export function compile(prepared: Prepared<unknown>): Compiled {
  // Both dialects' prepared statements have it; only their common part is typed here.
  const { sql, params } = (prepared as unknown as { getQuery(): Query }).getQuery()
  const parameters = params.map(parameterOf)
  return {
    sql,
    bind: (values, others = []) => {
      for (const parameter of parameters) others.push(parameter(values))
      return others
    },
  }
}

function parameterOf(parameter: unknown): (values: Record<string, unknown>) => unknown {
  if (is(parameter, Placeholder)) return givenValue(parameter.name)
  if (!is(parameter, Param) || !is(parameter.value, Placeholder)) return () => parameter
  const value = givenValue(parameter.value.name)
  const { encoder } = parameter
  return (values) => encoder.mapToDriverValue(value(values))
}

function givenValue(name: string): (values: Record<string, unknown>) => unknown {
  return (values) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for ${name}`)
    return value
  }
}
