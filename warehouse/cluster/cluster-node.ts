import type { NodeConnection } from '../connect.ts'
import type { NodePlace, Topology } from '../topology.ts'

/** One server of a cluster, and the way to it. */
export interface ClusterNode extends NodePlace {
  /** Host and port, as people call it. */
  readonly name: string
  readonly connection: NodeConnection
  /** Makes the database and its tables there, as far as they are missing. */
  readonly prepare: (topology: Topology) => Promise<void>
}

/** Nodes as people read them in an error: `2 (10.0.0.3:8123, 10.0.0.4:8123)`, by their shards. */
export function nodeNames(nodes: readonly ClusterNode[]): string {
  return [...Map.groupBy(nodes, (node) => node.shard)]
    .map(([shard, members]) => `${shard} (${members.map((node) => node.name).join(', ')})`)
    .join(', ')
}
