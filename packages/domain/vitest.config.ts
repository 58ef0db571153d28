import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@duban/source', 'node', 'import', 'default'] } },
  resolve: { conditions: ['@duban/source', 'node', 'import', 'default'] },
  // Properties try many cases, and the machine may be busy with other packages' tests.
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 },
})
