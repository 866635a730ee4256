import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import { defineQuery } from '../query.ts'
import { type ClusterNode, nodeNames } from './cluster-node.ts'
import { isBlankNode, isNodeFault } from './node-fault.ts'

const sign = defineQuery({
  name: 'sign-of-life',
  parameters: z.object({}),
  row: z.object({ alive: z.int() }),
  sql: 'SELECT 1 AS alive',
})

/** The nodes that answer at this moment. */
export async function reachableNodes(nodes: readonly ClusterNode[]): Promise<ClusterNode[]> {
  const answers = await Promise.all(nodes.map(isReachable))
  return nodes.filter((_, index) => answers[index])
}

async function isReachable({ connection }: ClusterNode): Promise<boolean> {
  try {
    await connection.rows(sign, {})
    return true
  } catch (error) {
    if (isNodeFault(error)) return false
    if (isBlankNode(error)) return true
    throw error
  }
}

/** What a fault means to a person: which nodes are missing, or where all answer, what one said of another. */
export async function shardUnavailable(
  nodes: readonly ClusterNode[],
  { name, cause }: { readonly name: string; readonly cause: unknown },
): Promise<ProductError> {
  const reachable = new Set(await reachableNodes(nodes))
  const missing = nodes.filter((node) => !reachable.has(node))
  const reason = cause instanceof ProductError ? String(cause.details['reason'] ?? cause.code) : String(cause)
  const where = missing.length === 0 ? nodesNamed(nodes, reason) : missing
  return new ProductError('warehouse.shardUnavailable', { query: name, shards: nodeNames(where), reason }, { cause })
}

/** Nodes that a reason speaks of by an address of theirs; all of them where it names none. */
function nodesNamed(nodes: readonly ClusterNode[], reason: string): readonly ClusterNode[] {
  const named = nodes.filter((node) => reason.includes(node.name))
  return named.length === 0 ? nodes : named
}
