import { setTimeout as sleep } from 'node:timers/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ClusterNode } from './cluster-node.ts'
import { isBlankNode, isNodeFault } from './node-fault.ts'
import { shardUnavailable } from './reachable-nodes.ts'

/** Pauses before the second, third … attempt: in ten seconds a server is up again that was only restarted. */
const pausesMs = [50, 150, 400, 1_000, 2_000, 3_000, 4_000]

export interface Attempted<T> {
  readonly name: string
  /** Does it; `attempt` counts from 0. What it does twice must be what it does once. */
  readonly work: (attempt: number) => Promise<T>
  /** Gives nodes back what they miss, where one turns out to have come back empty. */
  readonly mend?: (() => Promise<void>) | undefined
}

/**
 * Tries something again while nodes are away.
 *
 * @throws {ProductError} `warehouse.shardUnavailable`, which names the shard, when they stay away
 */
export async function retried<T>(nodes: readonly ClusterNode[], { name, work, mend }: Attempted<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (cause) {
      const isMendable = mend !== undefined && attempt < 2 && isBlankNode(cause)
      if (!isMendable && !isNodeFault(cause)) throw cause
      const pauseMs = pausesMs[attempt]
      if (pauseMs === undefined) throw await asUnavailable(nodes, { name, cause })
      if (isMendable) await mend()
      else await sleep(pauseMs)
    }
  }
}

async function asUnavailable(
  nodes: readonly ClusterNode[],
  { name, cause }: { readonly name: string; readonly cause: unknown },
): Promise<ProductError> {
  if (cause instanceof ProductError && cause.code === 'warehouse.shardUnavailable') return cause
  return shardUnavailable(nodes, { name, cause })
}

export interface OnNodes<T> {
  readonly name: string
  readonly work: (node: ClusterNode) => Promise<T>
  readonly mend?: () => Promise<void>
}

/** Tries something on one node after another, beginning with the one whose turn it is. */
export function onAnyNode<T>(
  nodes: readonly ClusterNode[],
  { name, first, work, mend }: OnNodes<T> & { readonly first: number },
): Promise<T> {
  return retried(nodes, {
    name,
    mend,
    work: (attempt) => {
      const node = nodes[(first + attempt) % nodes.length]
      if (node === undefined) throw new RangeError('a cluster has at least one node')
      return work(node)
    },
  })
}

/** Does something on every node at once, and on each again until it has succeeded there. */
export function onEveryNode<T>(nodes: readonly ClusterNode[], { name, work, mend }: OnNodes<T>): Promise<T[]> {
  return Promise.all(nodes.map((node) => retried(nodes, { name, mend, work: () => work(node) })))
}
