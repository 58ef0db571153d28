import type { Plugin } from 'graphql-yoga'
import { refuse } from '../errors/refuse.ts'

const accepted = ['application/json', 'application/graphql+json']

/**
 * Takes a POST as JSON only. A page of another origin can send forms and plain text without asking first, but
 * not JSON: so no page can make a reader's browser ask or write here (CSRF). A GET cannot write.
 */
export function useJsonBodiesOnly(): Plugin {
  return {
    onRequestParse({ request }) {
      if (request.method !== 'POST') return
      const type =
        (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      if (accepted.includes(type)) return
      throw refuse('MEDIA_TYPE', { value: type === '' ? 'unknown' : type }, { status: 415 })
    },
  }
}
