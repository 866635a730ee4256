import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { fixedLookup } from './fixed-lookup.ts'

/**
 * Refuses an address that may not be asked. Where it has looked up the name, it hands back a look-up with the addresses it
 * found, to connect to: a second look-up could be answered otherwise.
 */
export type HostGuard = (url: URL) => Promise<LookupFunction | undefined>

const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, bits, 'ipv6')
}

/**
 * Refuses a host of the network that the server itself stands in: whoever names an address would otherwise see through the
 * server what it alone may reach. Hosts that whoever runs the server has named are let through; `*` names all.
 *
 * @throws ProductError `origin.privateAddress`, `origin.unreachable` for a name that nobody knows
 */
export async function requirePublicHost(url: URL, allowed: readonly string[]): Promise<LookupFunction | undefined> {
  // A database's address may name another host beside its own, or a socket.
  if (url.protocol.startsWith('postgres') && url.searchParams.has('host')) {
    throw new ProductError('origin.privateAddress', { host: url.searchParams.get('host') ?? '' })
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (allowed.some((name) => name === '*' || name.toLowerCase() === host)) return undefined
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host]
  const refused = addresses.some((address) => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  if (refused) throw new ProductError('origin.privateAddress', { host })
  return fixedLookup(addresses)
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new ProductError('origin.unreachable', { from: host, problem }, { cause })
  }
}
