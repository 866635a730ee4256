import type { TableSpread } from '../table-spread.ts'
import { localTable, type Topology } from '../topology.ts'
import type { ClusterNode } from './cluster-node.ts'
import { reachableNodes } from './reachable-nodes.ts'
import { sealTable } from './seal-log.ts'

/** A cluster as those see it who work on it. */
export interface Cluster {
  readonly nodes: readonly ClusterNode[]
  readonly topology: Topology
  /** The spread of every table, by its name. */
  readonly tables: Map<string, TableSpread>
}

/**
 * The nodes that have to do what concerns them all. Without a keeper one that is away would miss it for good, and so all
 * are needed; with one, a node that is away takes it over from the others when it is back.
 */
export async function neededNodes({ nodes, topology }: Cluster): Promise<readonly ClusterNode[]> {
  return topology.isReplicated ? reachableNodes(nodes) : nodes
}

/** Tables of which each node has a share. */
export function sharedTables({ tables }: Cluster): TableSpread[] {
  return [...tables.values()].filter((spread) => spread.shardColumn !== undefined)
}

/** Tables that every node holds whole. */
export function wholeTables({ tables }: Cluster): TableSpread[] {
  return [...[...tables.values()].filter((spread) => spread.shardColumn === undefined), sealTable]
}

/** The name of a table on a node. */
export function nameOnNode({ tables }: Cluster, table: string): string {
  return localTable(tables.get(table) ?? { ...sealTable, table })
}
