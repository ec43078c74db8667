import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // vitest leaves one core free, which of two is half.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
})
