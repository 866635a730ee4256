import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { InsertOptions, Warehouse } from '../connect.ts'
import { queryFailure } from '../query-failure.ts'
import { tableSpreads } from '../table-spread.ts'
import { definitionsOnNode, type Topology } from '../topology.ts'
import { type Cluster, nameOnNode, neededNodes } from './cluster.ts'
import type { ClusterNode } from './cluster-node.ts'
import { onAnyNode, onEveryNode } from './retried.ts'
import { runStatement } from './run-statement.ts'
import { sealPartition } from './seal-partition.ts'
import { statementPlace } from './statement-place.ts'
import { verifyReplicas } from './verify-replicas.ts'

/**
 * The warehouse on a cluster. A question goes to one node, which asks a replica of every shard; rows go to one node,
 * which hands each to all replicas of its shard; what concerns a node's own share goes to every node.
 */
export function connectCluster(nodes: readonly ClusterNode[], topology: Topology): Warehouse {
  const cluster: Cluster = { nodes, topology, tables: tableSpreads() }
  const verify = (): Promise<void> => verifyReplicas(cluster)
  let first = Math.floor(Math.random() * nodes.length)
  const onOne = <T>(name: string, work: (node: ClusterNode) => Promise<T>): Promise<T> => {
    first += 1
    return onAnyNode(nodes, { name, first, work, mend: verify })
  }
  return {
    rows: (query, parameters) => onOne(query.name, ({ connection }) => connection.rows(query, parameters)),
    bytes: (query, request) => onOne(query.name, ({ connection }) => connection.bytes(query, request)),
    version: () => onOne('version', ({ connection }) => connection.version()),
    run: (statement, parameters) => runStatement(cluster, { statement, parameters, first: (first += 1) }),
    insert: (options, bytes) => insertBytes(cluster, { options, bytes, first: (first += 1) }),
    command: async (sql, name) => {
      const { on } = statementPlace(sql, cluster.tables)
      if (on === 'definition') await define(cluster, { sql, name })
      else await runStatement(cluster, { statement: { name, parameters: z.object({}), sql }, parameters: {}, first })
    },
    partitions: (tables) => presentPartitions(cluster, tables),
    verify,
    seal: async (column, value) => {
      await verify()
      await sealPartition(cluster, { column, partition: String(value) })
    },
    cancel: async () => {
      await Promise.allSettled(nodes.map(({ connection }) => connection.cancel()))
    },
    close: async () => {
      await Promise.all(nodes.map(({ connection }) => connection.close()))
    },
  }
}

async function insertBytes(
  cluster: Cluster,
  { options, bytes, first }: { options: InsertOptions; bytes: Readable | Buffer; first: number },
): Promise<number> {
  const { on, sql } = statementPlace(options.sql, cluster.tables)
  // With a token of its own an insert can be sent again without being there twice.
  const sent: InsertOptions = { ...options, sql, token: options.token ?? randomUUID() }
  const body = bytes instanceof Readable ? await whole(bytes, options.name) : bytes
  const { name } = options
  const work = ({ connection }: ClusterNode): Promise<number> => connection.insert(sent, body)
  const mend = (): Promise<void> => verifyReplicas(cluster)
  if (on === 'oneNode') return onAnyNode(cluster.nodes, { name, first, work, mend })
  const written = await onEveryNode(await neededNodes(cluster), { name, work, mend })
  return Math.max(...written)
}

/** What is sent again has to be kept until it is acknowledged; it is one block at most. */
async function whole(bytes: Readable, name: string): Promise<Buffer> {
  try {
    return await buffer(bytes)
  } catch (error) {
    throw queryFailure(error, name)
  }
}

async function define(cluster: Cluster, { sql, name }: { readonly sql: string; readonly name: string }): Promise<void> {
  const { nodes, topology, tables } = cluster
  const { creates } = statementPlace(sql, tables)
  if (creates !== undefined) tables.set(creates.table, creates)
  const work = async ({ connection, shard, replica }: ClusterNode): Promise<void> => {
    for (const definition of definitionsOnNode(sql, { at: { ...topology, shard, replica }, tables })) {
      await connection.command(definition, name)
    }
  }
  await onEveryNode(nodes, { name, work })
}

async function presentPartitions(cluster: Cluster, tables: readonly string[]): Promise<string[]> {
  // What becomes of a partition is decided by the logs: they are made equal before anybody reads them.
  await verifyReplicas(cluster)
  const held = tables.map((table) => nameOnNode(cluster, table))
  const found = await onEveryNode(await neededNodes(cluster), {
    name: 'present-partitions',
    work: ({ connection }) => connection.partitions(held),
  })
  return [...new Set(found.flat())].toSorted()
}
