import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterAddress } from '../cluster/cluster-address.ts'
import { engineUser } from '../embedded/engine-config.ts'
import { EngineSupervisor } from '../embedded/engine-supervisor.ts'
import { freePort } from '../embedded/free-port.ts'

export interface NodesOptions {
  /** Directory that belongs to the nodes alone: one in it for each. */
  readonly directory: string
  readonly shards: number
  readonly replicas: number
  /** Memory for each node. */
  readonly memoryBytes: number
  /** Whether acknowledged rows survive a loss of power. */
  readonly durable: boolean
  /** Processors of each node, in their order, as taskset takes them; by default all of them for all. */
  readonly processors?: readonly string[]
}

export interface RunningNode {
  readonly shard: number
  readonly replica: number
  readonly url: string
  readonly directory: string
  readonly processId: () => number | undefined
  /** Resolves when the node answers (again). */
  readonly ready: () => Promise<void>
  /** Kills the node and leaves it dead. */
  readonly stop: () => Promise<void>
  /** Starts it again, where it was. */
  readonly start: () => Promise<void>
}

export interface RunningNodes {
  readonly address: ClusterAddress
  readonly nodes: readonly RunningNode[]
  readonly stop: () => Promise<void>
}

interface Ports {
  readonly httpPort: number
  readonly tcpPort: number
}

export const nodesCluster = 'vitalfew'

/**
 * Starts a cluster on the loopback interface of this machine, for tests and for trying: as many engines as shards times
 * replicas, which know each other. Rows are sent to every replica; there is no keeper.
 */
export async function startNodes(options: NodesOptions): Promise<RunningNodes> {
  const password = randomBytes(24).toString('hex')
  const shards: Ports[][] = []
  for (let shard = 0; shard < options.shards; shard += 1) {
    const ports: Ports[] = []
    for (let replica = 0; replica < options.replicas; replica += 1) {
      ports.push({ httpPort: await freePort(), tcpPort: await freePort() })
    }
    shards.push(ports)
  }
  const tcpPorts = shards.map((replicas) => replicas.map(({ tcpPort }) => tcpPort))
  const nodes = shards.flatMap((replicas, shard) =>
    replicas.map((ports, replica) =>
      oneNode(options, { shard: shard + 1, replica: replica + 1, ports, tcpPorts, password }),
    ),
  )
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()))
  }
  try {
    await Promise.all(nodes.map((node) => node.start()))
  } catch (error) {
    await stop()
    throw error
  }
  const urls = shards.map((replicas) => replicas.map(({ httpPort }) => urlOf(httpPort)))
  return {
    address: { cluster: nodesCluster, database: 'vitalfew', username: engineUser, password, shards: urls },
    nodes,
    stop,
  }
}

function oneNode(
  { directory, memoryBytes, durable, replicas, processors = [] }: NodesOptions,
  at: { shard: number; replica: number; ports: Ports; tcpPorts: readonly number[][]; password: string },
): RunningNode {
  const { shard, replica, ports, tcpPorts, password } = at
  const own = join(directory, `shard-${shard}-replica-${replica}`)
  const pinned = processors[(shard - 1) * replicas + replica - 1]
  const settings = {
    directory: own,
    durable,
    memoryBytes,
    readyTimeoutMs: 30_000,
    port: ports.httpPort,
    password,
    ...(pinned === undefined ? {} : { processors: pinned }),
  }
  const node = { cluster: nodesCluster, tcpPort: ports.tcpPort, shards: tcpPorts }
  let supervisor = new EngineSupervisor({ ...settings, node })
  return {
    shard,
    replica,
    url: urlOf(ports.httpPort),
    directory: own,
    processId: () => supervisor.child?.pid,
    ready: () => supervisor.ready,
    stop: () => supervisor.stop(),
    start: async () => {
      mkdirSync(own, { recursive: true, mode: 0o700 })
      supervisor = new EngineSupervisor({ ...settings, node })
      await supervisor.start()
    },
  }
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`
}
