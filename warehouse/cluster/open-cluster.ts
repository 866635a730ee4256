import { ProductError } from '@vitalfew/contract/errors.ts'
import { connectWarehouse, type NodeConnection } from '../connect.ts'
import { migrateWarehouse } from '../migrate.ts'
import { type OpenWarehouse, prepareServer } from '../open-warehouse.ts'
import { tableSpreads } from '../table-spread.ts'
import { definitionsOnNode, type NodePlace, type Topology } from '../topology.ts'
import type { ClusterAddress } from './cluster-address.ts'
import type { ClusterNode } from './cluster-node.ts'
import { connectCluster } from './connect-cluster.ts'
import { probeNode } from './probe-node.ts'
import { shardUnavailable } from './reachable-nodes.ts'
import { retried } from './retried.ts'
import { createSealTable } from './seal-log.ts'

/**
 * The warehouse on a cluster. One replica of each shard is enough to read; nodes that are away now get their tables
 * and what they missed when the cluster is next opened or verified.
 *
 * @throws {ProductError} `warehouse.shardUnavailable`, `warehouse.loginRefused`, `warehouse.tooOld`,
 * `warehouse.clusterDiffers`, `warehouse.replicasUnsent`, `warehouse.replicaDiffers`
 */
export async function openClusterWarehouse(address: ClusterAddress): Promise<OpenWarehouse> {
  const nodes = nodesOf(address)
  try {
    const topology = await retried(nodes, { name: 'open', work: () => prepared(nodes, address) })
    const warehouse = connectCluster(nodes, topology)
    await warehouse.verify()
    return { warehouse, address, stop: () => warehouse.cancel(), close: () => warehouse.close() }
  } catch (error) {
    await Promise.all(nodes.map(({ connection }) => connection.close()))
    throw error
  }
}

/** Makes every node ready that is there, if that is enough of them. */
async function prepared(nodes: readonly ClusterNode[], address: ClusterAddress): Promise<Topology> {
  const absences = await Promise.all(nodes.map((node) => absence(node, address)))
  const there = nodes.filter((_, index) => absences[index] === undefined)
  const shards = new Set(there.map((node) => node.shard))
  if (shards.size < address.shards.length) {
    const cause = absences.find((reason) => reason !== undefined)
    throw await shardUnavailable(nodes, { name: 'open', cause })
  }
  const findings = await Promise.all(there.map((node) => probeNode(node, address)))
  const isReplicated = findings.every((finding) => finding.isReplicated)
  const topology = { cluster: address.cluster, database: address.database, isReplicated }
  await Promise.all(there.map((node) => node.prepare(topology)))
  return topology
}

function nodesOf({ shards, ...login }: ClusterAddress): ClusterNode[] {
  return shards.flatMap((replicas, shard) =>
    replicas.map((url, replica) => {
      const place = { shard: shard + 1, replica: replica + 1 }
      const connection = connectWarehouse({ ...login, url })
      const prepare = async (topology: Topology): Promise<void> => {
        await prepareServer({ ...login, url })
        await migrateNode(connection, { ...topology, ...place })
      }
      return { ...place, name: new URL(url).host, connection, prepare }
    }),
  )
}

/** What keeps a node from taking part for now; whatever else is wrong with it is thrown. */
async function absence(node: ClusterNode, address: ClusterAddress): Promise<ProductError | undefined> {
  const url = address.shards[node.shard - 1]?.[node.replica - 1] ?? ''
  try {
    await prepareServer({ ...address, url })
    return undefined
  } catch (error) {
    if (error instanceof ProductError && error.code === 'warehouse.unreachable') return error
    throw error
  }
}

async function migrateNode(connection: NodeConnection, at: Topology & NodePlace): Promise<void> {
  const tables = tableSpreads()
  const onNode = (statement: string): string[] => definitionsOnNode(statement, { at, tables })
  await migrateWarehouse(connection, onNode)
  for (const definition of onNode(createSealTable)) await connection.command(definition, 'create-seals')
}
