import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import type { NodeConnection } from '../connect.ts'
import { defineQuery } from '../query.ts'
import type { ClusterNode } from './cluster-node.ts'

const ownPlaces = defineQuery({
  name: 'place-in-cluster',
  parameters: z.object({ cluster: z.string() }),
  row: z.object({ shard: z.int(), replica: z.int(), isOwn: z.int(), copies: z.int() }),
  sql: `
SELECT shard_num AS shard, replica_num AS replica, is_local AS isOwn, internal_replication AS copies
FROM system.clusters
WHERE cluster = {cluster:String}
ORDER BY shard, replica
`,
})

const keeperRoot = defineQuery({
  name: 'keeper-root',
  parameters: z.object({}),
  row: z.object({ entries: z.int() }),
  sql: "SELECT count() AS entries FROM system.zookeeper WHERE path = '/'",
})

export interface NodeFindings {
  /** Whether a keeper answers this node, and its cluster leaves the copying of rows to it. */
  readonly isReplicated: boolean
}

/**
 * Looks whether a node knows the cluster as the cluster file describes it, and who copies rows there.
 *
 * @throws {ProductError} `warehouse.clusterDiffers`, `warehouse.replicasUnsent`
 */
export async function probeNode(
  node: ClusterNode,
  { cluster, shards }: { readonly cluster: string; readonly shards: readonly (readonly string[])[] },
): Promise<NodeFindings> {
  const places = await node.connection.rows(ownPlaces, { cluster })
  const own = places.filter((place) => place.isOwn === 1).map((place) => `${place.shard}/${place.replica}`)
  const expected = shards.flatMap((replicas, shard) => replicas.map((_, replica) => `${shard + 1}/${replica + 1}`))
  const found = places.map((place) => `${place.shard}/${place.replica}`)
  const place = `${node.shard}/${node.replica}`
  // Behind a translated address a server does not recognise itself; it must not believe to be another one, though.
  const isElsewhere = own.length > 0 && !own.includes(place)
  if (found.join(' ') !== expected.join(' ') || isElsewhere) {
    throw new ProductError('warehouse.clusterDiffers', {
      node: node.name,
      cluster,
      expected: expected.join(' '),
      found: found.join(' ') || '-',
      place,
      own: own.join(' ') || '-',
    })
  }
  const keeperCopies = places.every((item) => item.copies === 1)
  const isReplicated = keeperCopies && (await hasKeeper(node.connection))
  if (keeperCopies && !isReplicated && shards.some((replicas) => replicas.length > 1)) {
    throw new ProductError('warehouse.replicasUnsent', { node: node.name, cluster })
  }
  return { isReplicated }
}

async function hasKeeper(connection: NodeConnection): Promise<boolean> {
  try {
    await connection.rows(keeperRoot, {})
    return true
  } catch {
    return false
  }
}
