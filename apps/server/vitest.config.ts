import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@duban/source', 'node', 'default'] } },
  resolve: { conditions: ['@duban/source', 'node', 'default'] },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
})
