import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,db,scripts}/**/*.test.{ts,tsx}', 'tests/{architecture,faults,ledger,support}/**/*.test.ts'],
    globalSetup: ['tests/support/open-test-database.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // files share their worker's modules, which halves the work: a test keeps nothing between files but what it opens and closes itself
    isolate: false,
  },
})
