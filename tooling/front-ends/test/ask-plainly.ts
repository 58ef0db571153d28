import { createClient, type Operation } from '@duban/client'
import { url } from './served.ts'

/** The answer as the server gives it, through no cache. */
export async function askPlainly(
  fetch: typeof globalThis.fetch,
  operation: Operation<object, never>,
  variables: object,
): Promise<object> {
  // What fits the operation is the test's to know.
  const answer = await createClient({ url, fetch }).ask(operation, variables as never)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
  return answer.data
}

/** An answer without the type names that caches ask for. */
export function withoutTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === '__typename' ? [] : [[name, withoutTypes(part)]],
    ),
  )
}
