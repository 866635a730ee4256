import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { WarehouseStatement } from '../query.ts'
import type { TableSpread } from '../table-spread.ts'
import { type Cluster, neededNodes } from './cluster.ts'
import type { ClusterNode } from './cluster-node.ts'
import { isLostConnection } from './node-fault.ts'
import { onAnyNode, onEveryNode } from './retried.ts'
import { releaseSeals } from './seal-partition.ts'
import { type EmptiedTable, type StatementPlace, statementPlace } from './statement-place.ts'
import { verifyReplicas } from './verify-replicas.ts'

interface Run<P extends z.ZodType> {
  readonly statement: WarehouseStatement<P>
  readonly parameters: z.input<P>
  /** Which node is asked first, where one does it for all. */
  readonly first: number
}

/** Runs a statement where it belongs, and again while nodes are away. */
export async function runStatement<P extends z.ZodType>(cluster: Cluster, run: Run<P>): Promise<void> {
  const place = statementPlace(run.statement.sql, cluster.tables)
  if (place.on === 'everyNode') await onEach(cluster, { ...run, place })
  else await onOne(cluster, { ...run, fills: place.fills })
}

async function onEach<P extends z.ZodType>(
  cluster: Cluster,
  { statement, parameters, place }: Run<P> & { readonly place: StatementPlace },
): Promise<void> {
  const { empties, sql } = place
  if (empties !== undefined) {
    await releaseSeals(cluster, { table: empties.table, partition: partitionOf(empties, parameters) })
  }
  const there = { ...statement, sql }
  await onEveryNode(await neededNodes(cluster), {
    name: statement.name,
    mend: () => verifyReplicas(cluster),
    work: ({ connection }) => connection.run(there, parameters),
  })
}

/**
 * Before it fills a partition again, what the attempt before has left there is taken away. What fills no partition of its
 * own is not tried again: nobody could tell which rows are there already.
 */
async function onOne<P extends z.ZodType>(
  cluster: Cluster,
  { statement, parameters, first, fills }: Run<P> & { readonly fills: TableSpread | undefined },
): Promise<void> {
  const filled = fills === undefined ? undefined : filledPartition(fills, { sql: statement.sql, parameters })
  let failure: unknown
  await onAnyNode(cluster.nodes, {
    name: statement.name,
    first,
    mend: () => verifyReplicas(cluster),
    work: async (node) => {
      if (failure !== undefined && fills !== undefined) {
        if (filled === undefined) throw new NotRepeatable(failure)
        await clear(cluster, filled)
      }
      try {
        await runThere(node, { cluster, statement, parameters })
      } catch (error) {
        failure = error
        throw error
      }
    },
  }).catch((error: unknown) => {
    throw error instanceof NotRepeatable ? error.cause : error
  })
}

/** Carries what went wrong past whoever would try again. */
class NotRepeatable extends Error {
  constructor(cause: unknown) {
    super('the statement fills no partition of its own', { cause })
  }
}

async function runThere<P extends z.ZodType>(
  node: ClusterNode,
  { cluster, ...what }: { readonly cluster: Cluster } & Omit<Run<P>, 'first'>,
): Promise<void> {
  const queryId = randomUUID()
  try {
    await node.connection.runAs(queryId, what)
  } catch (error) {
    // A node that is only out of our reach may still be at work: what it sends would come on top of the next attempt.
    if (isLostConnection(error)) {
      await Promise.allSettled(cluster.nodes.map(({ connection }) => connection.end(queryId)))
    }
    throw error
  }
}

interface FilledPartition {
  readonly table: string
  readonly value: string | number
}

/** The partition that a statement fills alone: the one whose value it writes in every row, or that of its run. */
function filledPartition(
  { table, partitionColumn }: TableSpread,
  { sql, parameters }: { readonly sql: string; readonly parameters: unknown },
): FilledPartition | undefined {
  if (partitionColumn === undefined) return undefined
  const [, written] = new RegExp(`\\{(\\w+):\\w+\\} AS ${partitionColumn}\\b`).exec(sql) ?? []
  const value = valueOf(parameters, written ?? (partitionColumn === 'run_id' ? 'runId' : ''))
  return typeof value === 'string' || typeof value === 'number' ? { table, value } : undefined
}

async function clear(cluster: Cluster, { table, value }: FilledPartition): Promise<void> {
  const type = typeof value === 'number' ? 'UInt32' : 'String'
  const sql = `ALTER TABLE ${table} DROP PARTITION {value:${type}}`
  const statement = { name: `clear-${table}`, parameters: z.object({ value: z.union([z.string(), z.int()]) }), sql }
  await runStatement(cluster, { statement, parameters: { value }, first: 0 })
}

function partitionOf({ partition }: EmptiedTable, parameters: unknown): string | undefined {
  if (partition === undefined) return undefined
  return 'value' in partition ? partition.value : String(valueOf(parameters, partition.parameter))
}

function valueOf(parameters: unknown, name: string): unknown {
  if (typeof parameters !== 'object' || parameters === null) return undefined
  return Object.entries(parameters).find(([key]) => key === name)?.[1]
}
