import type { Plugin } from 'graphql-yoga'

/** Headers every answer carries; a page of ours brings its own content policy. */
export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response }) {
      const { headers } = response
      headers.set('x-content-type-options', 'nosniff')
      headers.set('referrer-policy', 'no-referrer')
      headers.set('cross-origin-resource-policy', 'same-origin')
      if (!headers.has('content-security-policy')) {
        headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      }
    },
  }
}
