import { ClickHouseError } from '@clickhouse/client'

// The engine's own words for: no replica of a shard could be reached, or one was lost on the way.
const faultCodes: ReadonlySet<string> = new Set([
  '3', // UNEXPECTED_END_OF_FILE
  '32', // ATTEMPT_TO_READ_AFTER_EOF
  '101', // UNEXPECTED_PACKET_FROM_SERVER
  '198', // DNS_ERROR
  '209', // SOCKET_TIMEOUT
  '210', // NETWORK_ERROR
  '236', // ABORTED, while a server goes down
  '242', // TABLE_IS_READ_ONLY, while a replica looks for its keeper
  '279', // ALL_CONNECTION_TRIES_FAILED
  '285', // TOO_FEW_LIVE_REPLICAS
  '319', // UNKNOWN_STATUS_OF_INSERT
  '999', // KEEPER_EXCEPTION
])
const socketFaults = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR\w*)$/

/** Whether something failed because a node could not be reached or went away: the same may succeed a little later. */
export function isNodeFault(error: unknown): boolean {
  if (error instanceof ClickHouseError) return faultCodes.has(error.code)
  if (!(error instanceof Error)) return false
  if (isLostConnection(error)) return true
  return error.cause !== undefined && isNodeFault(error.cause)
}

/** Whether the node that was asked went away itself: nobody knows what became of what it was doing. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && socketFaults.test(error.code)) return true
  if (/^(?:Timeout error\.|socket hang up|aborted|terminated)/.test(error.message)) return true
  return error.cause !== undefined && isLostConnection(error.cause)
}

/** Whether a node answered that it has no such database or table: it has come back with an empty disk. */
export function isBlankNode(error: unknown): boolean {
  if (error instanceof ClickHouseError) return error.code === '81' || error.code === '60'
  return error instanceof Error && error.cause !== undefined && isBlankNode(error.cause)
}
