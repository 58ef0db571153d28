import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A file that the GraphiQL page asks for, as it goes over the wire. */
export interface Asset {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly etag: string
}

const script = 'text/javascript; charset=utf-8'

/** Told before the bundle is loaded, for it starts its editors at once. */
const workersScript = `
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    '/graphiql/' + (label === 'json' || label === 'graphql' ? label : 'editor') + '.worker.js',
}
`

const startScript = `
const read = (id) => JSON.parse(document.getElementById(id).textContent)
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), read('options'))
`

/**
 * The page's files by path, from a bundle that is an ordinary package: nothing is fetched from another host, and
 * no script stands in the page itself. Loaded when the page is first asked for, as it is some megabytes.
 */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql')
  const files: readonly (readonly [path: string, type: string, text: string])[] = [
    ['/graphiql/workers.js', script, workersScript],
    ['/graphiql/graphiql.js', script, bundle.js],
    ['/graphiql/start.js', script, startScript],
    ['/graphiql/editor.worker.js', script, bundle.editorWorkerService],
    ['/graphiql/json.worker.js', script, bundle.jsonWorker],
    ['/graphiql/graphql.worker.js', script, bundle.graphqlWorker],
    ['/graphiql/graphiql.css', 'text/css; charset=utf-8', bundle.css],
  ]
  const assets = files.map(async ([path, type, text]) => [path, await assetOf(type, text)] as const)
  return new Map(await Promise.all(assets))
}

async function assetOf(type: string, text: string): Promise<Asset> {
  const plain = new TextEncoder().encode(text)
  const gzipped = new Uint8Array(await promisify(gzip)(plain))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { type, plain, gzipped, etag }
}
