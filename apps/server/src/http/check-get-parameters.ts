import type { Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'

/** Refuses a GET whose `variables` or `extensions` are no JSON, before anything reads them. */
export function useGetParameterCheck(): Plugin {
  return {
    onRequestParse({ request, url }) {
      if (request.method !== 'GET') return
      for (const name of ['variables', 'extensions']) {
        const text = url.searchParams.get(name)
        if (text !== null && text !== '' && !isJson(text)) {
          throw refuse('NOT_JSON', { parameter: name }, { status: 400 })
        }
      }
    },
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
