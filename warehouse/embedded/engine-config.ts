import { createHash } from 'node:crypto'
import { basicAuthorization } from './basic-authorization.ts'

/** The one user who may do anything with the data. */
export const engineUser = 'vitalfew'

export interface EngineConfig {
  readonly dataDirectory: string
  readonly usersFile: string
  readonly password: string
  /** Memory for the whole engine. */
  readonly memoryBytes: number
  /** Whether an acknowledged insert must survive a power loss. */
  readonly durable: boolean
  /** What makes the engine a node among others; absent for one that stands alone. */
  readonly node?: NodeOfCluster | undefined
}

/** How nodes of one cluster find each other: over TCP on the loopback interface, as the engine's own user. */
export interface NodeOfCluster {
  readonly cluster: string
  readonly tcpPort: number
  /** TCP ports of all nodes, the replicas of a shard together. */
  readonly shards: readonly (readonly number[])[]
}

// Four settings that make an acknowledged insert survive a power loss; all are off in the engine's defaults.
const durableMergeTree = `<fsync_after_insert>1</fsync_after_insert><fsync_part_directory>1</fsync_part_directory>
  <min_rows_to_fsync_after_merge>1</min_rows_to_fsync_after_merge>
  <min_compressed_bytes_to_fsync_after_merge>1</min_compressed_bytes_to_fsync_after_merge>`

/**
 * The engine's own user has no password, and no grant keeps a user of the engine from the function file(): a port that
 * took requests from everybody would hand every file of ours to every program and web page on the machine. So it takes
 * none but those that bring the password of this start, whatever they are for.
 */
function onlyWithPassword(password: string): string {
  const authorization = basicAuthorization({ username: engineUser, password })
  return `<http_handlers><rule>
  <headers><Authorization>${authorization}</Authorization></headers>
  <handler><type>dynamic_query_handler</type><query_param_name>query</query_param_name></handler>
 </rule></http_handlers>`
}

export function serverConfig(config: EngineConfig): string {
  return `<clickhouse>
 <path>${xml(config.dataDirectory)}</path>
 <users_config>${xml(config.usersFile)}</users_config>
 <max_server_memory_usage>${Math.floor(config.memoryBytes)}</max_server_memory_usage>
 <mark_cache_size>67108864</mark_cache_size>
 <uncompressed_cache_size>0</uncompressed_cache_size>
 <max_concurrent_queries>64</max_concurrent_queries>
 <listen_host>127.0.0.1</listen_host>
 ${onlyWithPassword(config.password)}
 <remote_url_allow_hosts></remote_url_allow_hosts>
 <timezone>UTC</timezone>
 <merge_tree>
  <non_replicated_deduplication_window>1000</non_replicated_deduplication_window>
  ${config.durable ? durableMergeTree : ''}
 </merge_tree>
 ${config.node === undefined ? '' : remoteServers(config.node, config.password)}
</clickhouse>
`
}

/** A sender writes to every replica itself: these engines have no keeper that would copy from one to the next. */
function remoteServers({ cluster, tcpPort, shards }: NodeOfCluster, password: string): string {
  const replica = (port: number): string =>
    `<replica><host>127.0.0.1</host><port>${port}</port><user>${engineUser}</user><password>${password}</password></replica>`
  const shard = (ports: readonly number[]): string =>
    `<shard><internal_replication>false</internal_replication>${ports.map(replica).join('')}</shard>`
  return `<tcp_port>${tcpPort}</tcp_port>
 <remote_servers><${cluster}>${shards.map(shard).join('')}</${cluster}></remote_servers>`
}

/**
 * Two users. `default` has no password because the engine logs in as it to start listening, and may do nothing else.
 * `vitalfew` holds the data and needs the password of this start; it may not make tables of files or of other servers.
 */
export function usersConfig(config: { readonly password: string; readonly memoryBytes: number }): string {
  const perQueryBytes = Math.floor(config.memoryBytes * 0.8)
  return `<clickhouse>
 <profiles>
  <default/>
  <boot/>
  <vitalfew>
   <max_memory_usage>${perQueryBytes}</max_memory_usage>
   <max_bytes_before_external_group_by>${Math.floor(perQueryBytes / 2)}</max_bytes_before_external_group_by>
   <max_bytes_before_external_sort>${Math.floor(perQueryBytes / 2)}</max_bytes_before_external_sort>
   <insert_deduplicate>0</insert_deduplicate>
   <!-- Without this the setting above is ignored and an insert equal to an earlier one is dropped in silence. -->
   <deduplicate_insert>backward_compatible_choice</deduplicate_insert>
   <async_insert>0</async_insert>
   <cancel_http_readonly_queries_on_client_close>1</cancel_http_readonly_queries_on_client_close>
   <!-- Asking two replicas and hanging up on the slower one ends this build of the engine: it does not survive a reset. -->
   <use_hedged_requests>0</use_hedged_requests>
  </vitalfew>
 </profiles>
 <users>
  <default>
   <password></password><networks><ip>127.0.0.1</ip></networks><profile>boot</profile><quota>default</quota>
   <grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants>
  </default>
  <${engineUser}>
   <password_sha256_hex>${createHash('sha256').update(config.password).digest('hex')}</password_sha256_hex>
   <networks><ip>127.0.0.1</ip></networks><profile>vitalfew</profile><quota>default</quota>
   <grants>
    <query>GRANT SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, DROP, TRUNCATE, OPTIMIZE, SHOW ON *.*</query>
    <query>GRANT CREATE TEMPORARY TABLE, KILL QUERY, SYSTEM MERGES ON *.*</query>
    <query>GRANT TABLE ENGINE ON MergeTree, TABLE ENGINE ON SummingMergeTree, TABLE ENGINE ON AggregatingMergeTree, TABLE ENGINE ON ReplacingMergeTree, TABLE ENGINE ON Memory, TABLE ENGINE ON Null, TABLE ENGINE ON Atomic, TABLE ENGINE ON Distributed</query>
   </grants>
  </${engineUser}>
 </users>
 <quotas><default/></quotas>
</clickhouse>
`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
