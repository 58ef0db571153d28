import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const conditions = ['@duban/source', 'node', 'default']

export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: {
    conditions,
    // The file that Node takes. Vite would take the one of the `module` field, and its classes are others.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  },
  // The server is loaded once for all files.
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    fileParallelism: false,
  },
})
