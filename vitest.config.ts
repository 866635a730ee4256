import { defineConfig } from 'vitest/config'

// Three projects: the mathematics needs no isolation and finishes in seconds; the product starts real engines; and what
// the warehouse answers is asked once more on a cluster of two shards with two replicas each.
const onCluster = [
  'warehouse/answers.test.ts',
  'domain/{metrics,rfm,abc-classification,lifecycle,selection,churn,purchase-behaviour,analysis-runs}/**/*.law.test.ts',
  'domain/{data-quality/check-quality,imports/plain/block-writer.law}.test.ts',
  'warehouse/copy/copy-warehouse.test.ts',
  '**/*-on-cluster.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'methods',
          setupFiles: ['tooling/steady-seeds.ts'],
          include: ['methods/**/*.test.ts', 'contract/**/*.test.ts', 'tooling/**/*.test.ts'],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'product',
          setupFiles: ['tooling/steady-seeds.ts'],
          include: ['{warehouse,store,domain,api,web,cli,samples}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*-on-cluster.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'cluster',
          setupFiles: ['tooling/steady-seeds.ts'],
          include: onCluster,
          globalSetup: ['warehouse/nodes/test-nodes.fixture.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
