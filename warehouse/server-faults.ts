import { ClickHouseError } from '@clickhouse/client'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { isNodeFault } from './cluster/node-fault.ts'
import type { Warehouse } from './connect.ts'

/** The oldest release whose settings for repeated inserts are those we send. */
export const oldestVersion = '26.3'

// AUTHENTICATION_FAILED, REQUIRED_PASSWORD, UNKNOWN_USER, WRONG_PASSWORD, IP_ADDRESS_NOT_ALLOWED
const refusals: ReadonlySet<string> = new Set(['516', '194', '192', '193', '195'])

/**
 * Greets a server that is not ours.
 *
 * @throws {ProductError} `warehouse.unreachable`, `warehouse.loginRefused`, `warehouse.tooOld`
 */
export async function greetServer(
  server: Warehouse,
  { address, username }: { readonly address: string; readonly username: string },
): Promise<void> {
  const version = await server.version().catch((cause: unknown) => {
    throw greetingFailure(cause, { address, username })
  })
  if (isOlder(version, oldestVersion)) {
    throw new ProductError('warehouse.tooOld', { address, found: version, needed: oldestVersion })
  }
}

function greetingFailure(cause: unknown, { address, username }: { address: string; username: string }): unknown {
  const origin = cause instanceof ProductError ? cause.cause : cause
  if (origin instanceof ClickHouseError && refusals.has(origin.code)) {
    return new ProductError('warehouse.loginRefused', { address, username }, { cause })
  }
  // A newer or older server, or none of ours at all, may speak otherwise: what it said is told as it was said.
  if (origin instanceof ClickHouseError && !isNodeFault(origin)) return cause
  const reason = cause instanceof ProductError ? String(cause.details['reason'] ?? '') : String(cause)
  return new ProductError('warehouse.unreachable', { address, reason }, { cause })
}

function isOlder(version: string, needed: string): boolean {
  const [year = 0, month = 0] = version.split('.').map(Number)
  const [neededYear = 0, neededMonth = 0] = needed.split('.').map(Number)
  return year < neededYear || (year === neededYear && month < neededMonth)
}
