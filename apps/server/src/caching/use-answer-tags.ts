import type { Storage } from '@duban/storage'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { isStillGood, writeTag } from './answer-tag.ts'
import type { Reads } from './reads.ts'
import { readRelease } from './release.ts'

/**
 * Gives answers to GET an entity tag, and answers 304 to who has the answer already: for one look at the revisions,
 * with nothing parsed and nothing run. Another release may answer otherwise: it takes no tag of this one. Answers to a
 * token are nobody else’s and are not kept.
 */
export function useAnswerTags(
  storage: Storage,
  now: () => Date,
  release = readRelease(),
): Plugin<{ readonly reads?: Reads }> {
  const asQuestion = (request: Request, url: URL) => `${release}\n${questionOf(request, url)}`
  return {
    async onRequest(asked) {
      const { request, url } = asked
      const tags = request.headers.get('if-none-match')
      if (!isTagged(request) || url.pathname !== '/graphql' || tags === null) return
      const question = asQuestion(request, url)
      for (const tag of tags.split(/,(?=\s*(?:W\/)?")/)) {
        // A database that does not answer is told of by the answer itself.
        const isGood = isStillGood(tag, question, storage, now().toISOString()).catch(() => false)
        if (await isGood) {
          const headers = { etag: tag.trim(), ...cacheHeaders }
          asked.endResponse(new asked.fetchAPI.Response(null, { status: 304, headers }))
          return
        }
      }
    },
    onExecutionResult(done) {
      const { request, result, context } = done
      if (!isTagged(request) || !result || isAsyncIterable(result) || result.errors) return
      const { reads } = context as { readonly reads?: Reads }
      const tag = reads ? writeTag(asQuestion(request, new URL(request.url)), reads) : null
      const headers =
        tag === null ? { 'cache-control': 'no-store' } : { etag: tag, ...cacheHeaders }
      done.setResult({ ...result, extensions: { ...result.extensions, http: { headers } } })
    },
  }
}

/** Kept by anyone, and asked about each time. */
const cacheHeaders = { 'cache-control': 'public, no-cache', vary: 'accept, accept-encoding' }

function isTagged(request: Request): boolean {
  return request.method === 'GET' && !request.headers.has('authorization')
}

/** What decides an answer beside the plans and the release: the question and the form in which it is wanted. */
function questionOf(request: Request, url: URL): string {
  return `${request.headers.get('accept') ?? ''}\n${url.search}`
}
