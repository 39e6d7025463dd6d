import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    testTimeout: 120_000,
    // All cores: left to itself one is kept free, which on a machine of two is half of it.
    maxWorkers: availableParallelism(),
  },
})
