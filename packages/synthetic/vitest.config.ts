import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@duban/source', 'node', 'import', 'default'] } },
  resolve: { conditions: ['@duban/source', 'node', 'import', 'default'] },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 },
})
