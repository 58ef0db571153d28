import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'

/** Bytes from which an answer is worth zipping. */
const worthIt = 1_400

/** Zips whole JSON answers for those who take it. What comes in parts, and what is zipped already, is left alone. */
export function useCompression(): Plugin {
  return {
    async onResponse(answered) {
      const { request, response } = answered
      const type = response.headers.get('content-type') ?? ''
      if (response.status === 304 || response.headers.has('content-encoding')) return
      if (!/^application\/(graphql-response\+)?json/.test(type)) return
      if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return
      const { status, statusText, headers } = response
      const body = new Uint8Array(await response.arrayBuffer())
      if (!headers.has('vary')) headers.set('vary', 'accept-encoding')
      const zip = body.length >= worthIt
      if (zip) {
        headers.set('content-encoding', 'gzip')
        headers.delete('content-length')
      }
      const sent = zip ? new Uint8Array(await promisify(gzip)(body)) : body
      answered.setResponse(new answered.fetchAPI.Response(sent, { status, statusText, headers }))
    },
  }
}
