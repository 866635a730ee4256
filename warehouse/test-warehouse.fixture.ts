import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterAddress } from './cluster/cluster-address.ts'
import { openClusterWarehouse } from './cluster/open-cluster.ts'
import { connectWarehouse, type Warehouse } from './connect.ts'
import { openEmbeddedWarehouse } from './open-warehouse.ts'

/** A warehouse for one test file: an engine of its own, or a database of its own on the cluster of the test project. */
export interface TestWarehouse {
  readonly warehouse: Warehouse
  readonly close: () => Promise<void>
}

/** An address of the cluster's own for one test file: another database. */
export function ownDatabase(cluster: ClusterAddress): ClusterAddress {
  return { ...cluster, database: `test_${randomBytes(6).toString('hex')}` }
}

/** Opens a warehouse on the cluster that the test project has (`inject('cluster')`), or where it has none, an engine. */
export function openTestWarehouse(cluster: ClusterAddress | undefined): Promise<TestWarehouse> {
  return cluster === undefined ? onEngine() : onCluster(ownDatabase(cluster))
}

async function onEngine(): Promise<TestWarehouse> {
  const directory = mkdtempSync(join(tmpdir(), 'warehouse '))
  const { warehouse, close } = await openEmbeddedWarehouse({ directory, durable: false })
  return {
    warehouse,
    close: async () => {
      await close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function onCluster(cluster: ClusterAddress): Promise<TestWarehouse> {
  const { warehouse, close } = await openClusterWarehouse(cluster)
  return {
    warehouse,
    close: async () => {
      await close()
      await dropDatabase(cluster)
    },
  }
}

export async function dropDatabase({ database, shards, ...login }: ClusterAddress): Promise<void> {
  for (const url of shards.flat()) {
    const node = connectWarehouse({ ...login, url, database: '' })
    await node.command(`DROP DATABASE IF EXISTS ${database} SYNC`, 'drop-database')
    await node.close()
  }
}
