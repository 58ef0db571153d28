import type { Plugin } from 'graphql-yoga'
import { type Asset, loadAssets } from './assets.ts'
import { pagePolicy, renderPage } from './page.ts'
import { tabs } from './tabs.ts'

/** Serves GraphiQL at `/graphql` to browsers, and its files under `/graphiql/`, all from our own origin. */
export function useGraphiqlPage(): Plugin {
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined
  const page = renderPage(tabs)

  return {
    async onRequest(asked) {
      const { request, url } = asked
      const { Response } = asked.fetchAPI
      if (request.method !== 'GET') return
      if (url.pathname === '/graphql' && request.headers.get('accept')?.includes('text/html')) {
        const headers = {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pagePolicy,
          'cache-control': 'no-cache',
        }
        asked.endResponse(new Response(page, { headers }))
        return
      }
      if (url.pathname === '/' && request.headers.get('accept')?.includes('text/html')) {
        asked.endResponse(new Response(null, { status: 302, headers: { location: '/graphql' } }))
        return
      }
      if (!url.pathname.startsWith('/graphiql/')) return
      assets ??= loadAssets()
      const asset = (await assets).get(url.pathname)
      if (asset) asked.endResponse(answer(asset, request.headers, Response))
    },
  }
}

function answer(asset: Asset, asked: Headers, Response: typeof globalThis.Response): Response {
  const headers: Record<string, string> = {
    'content-type': asset.type,
    etag: asset.etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  }
  if (asked.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers })
  const zipped = asked.get('accept-encoding')?.includes('gzip') ?? false
  if (zipped) headers['content-encoding'] = 'gzip'
  return new Response(zipped ? asset.gzipped : asset.plain, { headers })
}
