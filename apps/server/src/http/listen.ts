import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server } from '../server.ts'

/** A server with a port. */
export interface Listening {
  readonly url: string
  /** Stops taking requests, lets those under way finish for so long, then ends the rest. */
  stop(graceMs: number): Promise<void>
}

/** How often connections are looked for, while stopping, that nobody needs any more. */
const idleEveryMs = 50

/** Listens; rejects with the system's error where the address cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  // Yoga answers its own failures; the promise it gives node:http is never rejected.
  const http = createHttpServer((request, response) => void server.yoga(request, response))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
  return {
    url: `http://${shownAddress(http.address())}/graphql`,
    stop: async (graceMs) => {
      server.startClosing()
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      // A connection that has been answered is kept for another request, of which there will be none.
      const idle = setInterval(() => http.closeIdleConnections(), idleEveryMs)
      const timer = setTimeout(() => http.closeAllConnections(), graceMs)
      await closed
      clearTimeout(timer)
      clearInterval(idle)
      await server.yoga.dispose()
    },
  }
}

function shownAddress(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `${host}:${address.port}`
}
