import { randomUUID } from 'node:crypto'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { PartitionColumn } from '../connect.ts'
import { type Cluster, nameOnNode, neededNodes, sharedTables } from './cluster.ts'
import type { ClusterNode } from './cluster-node.ts'
import { onAnyNode, onEveryNode } from './retried.ts'
import { contentOf, currentSeals, recordSeals, type Seal } from './seal-log.ts'

export interface SealedPartition {
  readonly column: PartitionColumn
  readonly partition: string
}

/**
 * Writes down what each shard holds of a partition, in every table that has it.
 *
 * @throws {ProductError} `warehouse.replicaDiffers` when replicas do not hold the same
 */
export async function sealPartition(cluster: Cluster, sealed: SealedPartition): Promise<void> {
  const tables = sharedTables(cluster).filter((spread) => spread.partitionColumn === sealed.column && spread.keepsRows)
  const seals = await Promise.all(tables.map(({ table }) => agreed(cluster, { ...sealed, table })))
  await record(cluster, seals.flat())
}

/** Says that a partition, or all of a table, is about to go: nobody is to miss it. */
export async function releaseSeals(
  cluster: Cluster,
  { table, partition }: { readonly table: string; readonly partition: string | undefined },
): Promise<void> {
  const seals = await onAnyNode(cluster.nodes, {
    name: currentSeals.name,
    first: 0,
    work: ({ connection }) => connection.rows(currentSeals, {}),
  })
  const own = seals.filter((seal) => seal.table === table && (partition ?? seal.partition) === seal.partition)
  await record(
    cluster,
    own.map((seal) => ({ ...seal, rows: 0, checksum: '0' })),
  )
}

interface Held {
  readonly node: ClusterNode
  readonly rows: number
  readonly checksum: string
}

/** What the replicas of each shard hold of a partition, if they agree on it. */
async function agreed(
  cluster: Cluster,
  { table, column, partition }: SealedPartition & { readonly table: string },
): Promise<Seal[]> {
  const content = contentOf(nameOnNode(cluster, table), column)
  const found = await onEveryNode(await neededNodes(cluster), {
    name: content.name,
    work: async (node): Promise<Held> => {
      const [held] = await node.connection.rows(content, { value: partition })
      return { node, ...(held ?? { rows: 0, checksum: '0' }) }
    },
  })
  return [...Map.groupBy(found, ({ node }) => node.shard)].flatMap(([shard, [first, ...others]]) => {
    if (first === undefined) return []
    const { rows, checksum } = first
    const other = others.find((held) => held.rows !== rows || held.checksum !== checksum)
    if (other === undefined) return [{ table, partition, shard, rows, checksum }]
    const { name: node } = other.node
    throw new ProductError('warehouse.replicaDiffers', {
      shard,
      node,
      table,
      partition,
      rows: other.rows,
      expected: rows,
    })
  })
}

async function record(cluster: Cluster, seals: readonly Seal[]): Promise<void> {
  if (seals.length === 0) return
  const sealedAt = new Date().toISOString().replace('T', ' ').replace('Z', '')
  const body = Buffer.from(seals.map((seal) => JSON.stringify({ ...seal, sealedAt })).join('\n'))
  const insert = { name: 'record-seals', sql: recordSeals, token: randomUUID() }
  const nodes = await neededNodes(cluster)
  await onEveryNode(nodes, { name: insert.name, work: ({ connection }) => connection.insert(insert, body) })
}
