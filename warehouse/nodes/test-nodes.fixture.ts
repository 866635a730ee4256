import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterAddress } from '../cluster/cluster-address.ts'
import { startNodes } from './start-nodes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster that the tests of this project run on; absent where each starts an engine of its own. */
    readonly cluster: ClusterAddress
  }
}

/** Starts two shards of two replicas for all tests of a project; each test file makes a database of its own there. */
export async function setup(project: {
  readonly provide: (key: 'cluster', value: ClusterAddress) => void
}): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'nodes 节点 '))
  const nodes = await startNodes({ directory, shards: 2, replicas: 2, memoryBytes: 1_500_000_000, durable: false })
  project.provide('cluster', nodes.address)
  return async () => {
    await nodes.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
