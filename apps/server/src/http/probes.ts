import type { Plugin } from 'graphql-yoga'

/** What `/ready` asks: resolves while the server can answer questions. */
export type ReadinessCheck = () => Promise<boolean>

/** `/health`: the process is there. `/ready`: it can answer; 503 while it cannot, or is shutting down. */
export function useProbes(isReady: ReadinessCheck): Plugin {
  return {
    async onRequest(asked) {
      const { request, url } = asked
      const { Response } = asked.fetchAPI
      if (request.method !== 'GET' && request.method !== 'HEAD') return
      if (url.pathname === '/health') {
        asked.endResponse(answer(Response, 200, 'ok'))
      } else if (url.pathname === '/ready') {
        const ready = await isReady().catch(() => false)
        asked.endResponse(answer(Response, ready ? 200 : 503, ready ? 'ready' : 'not ready'))
      }
    },
  }
}

function answer(Response: typeof globalThis.Response, status: number, text: string): Response {
  return Response.json({ status: text }, { status, headers: { 'cache-control': 'no-store' } })
}
