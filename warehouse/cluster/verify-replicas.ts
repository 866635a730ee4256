import type { TableSpread } from '../table-spread.ts'
import { localTable, type Topology } from '../topology.ts'
import { type Cluster, nameOnNode, sharedTables, wholeTables } from './cluster.ts'
import type { ClusterNode } from './cluster-node.ts'
import { evenOutLogs } from './even-out-logs.ts'
import { isBlankNode } from './node-fault.ts'
import { reachableNodes, shardUnavailable } from './reachable-nodes.ts'
import { restorePartition } from './restore-partition.ts'
import { onAnyNode, retried } from './retried.ts'
import { currentSeals, type Seal, storedRows } from './seal-log.ts'

/**
 * Makes sure that every node that can be reached holds what was sealed: one that was away, or lost its disk, gets what it
 * misses from another that has it.
 *
 * @throws {ProductError} `warehouse.shardUnavailable`; `warehouse.replicaDiffers` when nobody has it any more
 */
export function verifyReplicas(cluster: Cluster): Promise<void> {
  return retried(cluster.nodes, { name: 'verify', work: () => verifyOnce(cluster) })
}

async function verifyOnce(cluster: Cluster): Promise<void> {
  const { nodes, topology, tables } = cluster
  const reachable = await reachableNodes(nodes)
  await requireEveryShard(nodes, reachable)
  await Promise.all(reachable.map((node) => furnish(node, topology)))
  if (topology.isReplicated) await waitForKeeper(reachable, [...sharedTables(cluster), ...wholeTables(cluster)])
  await evenOutLogs(reachable, wholeTables(cluster))
  const seals = await onAnyNode(reachable, {
    name: currentSeals.name,
    first: 0,
    work: ({ connection }) => connection.rows(currentSeals, {}),
  })
  const broken = await Promise.all(reachable.map((node) => brokenSeals(cluster, { node, seals })))
  for (const { node, seal } of broken.flat()) {
    const spread = tables.get(seal.table)
    if (spread !== undefined) await restorePartition(node, { seal, peers: reachable, spread })
  }
}

/** What a node should hold and, by its number of rows, does not. */
async function brokenSeals(
  cluster: Cluster,
  { node, seals }: { readonly node: ClusterNode; readonly seals: readonly Seal[] },
): Promise<{ node: ClusterNode; seal: Seal }[]> {
  const stored = await node.connection.rows(storedRows, {})
  const rows = new Map(stored.map((item) => [`${item.table}/${item.partition}`, item.rows]))
  return seals
    .filter((seal) => seal.shard === node.shard)
    .filter((seal) => rows.get(`${nameOnNode(cluster, seal.table)}/${seal.partition}`) !== seal.rows)
    .map((seal) => ({ node, seal }))
}

async function requireEveryShard(nodes: readonly ClusterNode[], reachable: readonly ClusterNode[]): Promise<void> {
  const there = new Set(reachable.map((node) => node.shard))
  if (nodes.every((node) => there.has(node.shard))) return
  throw await shardUnavailable(nodes, { name: 'verify', cause: new Error('no replica answers') })
}

/** A node that has come back with an empty disk gets its tables again; then it is a replica that lost its rows. */
async function furnish(node: ClusterNode, topology: Topology): Promise<void> {
  try {
    await node.connection.rows(currentSeals, {})
  } catch (error) {
    if (!isBlankNode(error)) throw error
    await node.prepare(topology)
  }
}

/** With a keeper replicas copy from each other in their own time: before they are compared they have it all. */
async function waitForKeeper(nodes: readonly ClusterNode[], spreads: readonly TableSpread[]): Promise<void> {
  await Promise.all(
    nodes.map(async ({ connection }) => {
      for (const spread of spreads) {
        await connection.command(`SYSTEM SYNC REPLICA ${localTable(spread)}`, 'sync-replica')
      }
    }),
  )
}
