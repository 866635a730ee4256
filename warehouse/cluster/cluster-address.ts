/** Where a cluster is and how to log in: what a cluster file says, with its secrets looked up. */
export interface ClusterAddress {
  /** The name under which the servers know the cluster (`remote_servers`). */
  readonly cluster: string
  readonly database: string
  readonly username: string
  readonly password: string
  /** HTTP addresses of all nodes, the replicas of a shard together, in the order in which the servers have them. */
  readonly shards: readonly (readonly string[])[]
}
