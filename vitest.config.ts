import { defineConfig } from 'vitest/config'

// Two projects: the mathematics needs no isolation and finishes in seconds; everything else starts real engines.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'methods',
          include: ['methods/**/*.test.ts', 'contract/**/*.test.ts', 'tooling/**/*.test.ts'],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'product',
          include: ['{warehouse,store,domain,web,cli,samples}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
