import { ProductError } from '@vitalfew/contract/errors.ts'
import { openClusterWarehouse } from './cluster/open-cluster.ts'
import { readClusterFile } from './cluster/read-cluster-file.ts'
import { type OpenWarehouse, openServerWarehouse, type ServerAddress } from './open-warehouse.ts'

/**
 * The warehouse that somebody has named: a server by its address, a cluster by its file.
 *
 * @param secret Finds a variable of the environment.
 * @throws {ProductError} `argument.invalid`, `config.*`, `warehouse.*`
 */
export async function openNamedWarehouse(
  name: string,
  secret: (variable: string) => string | undefined,
): Promise<OpenWarehouse> {
  if (/^\w+:\/\//.test(name)) return openServerWarehouse(serverAddress(name))
  return openClusterWarehouse(await readClusterFile(name, secret))
}

const addressShape = 'http://USER:PASSWORD@HOST:8123/DATABASE'

/**
 * The parts of a server's address.
 *
 * @throws {ProductError} `argument.invalid`
 */
export function serverAddress(text: string): ServerAddress {
  const url = URL.parse(text)
  const database = decoded(url?.pathname.slice(1) ?? '') || 'vitalfew'
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || !/^\w+$/.test(database)) {
    // What is wrong with an address is told without the password in it.
    const value = text.replace(/\/\/[^@]*@/, '//…@')
    throw new ProductError('argument.invalid', { argument: '--warehouse', value, expected: addressShape })
  }
  return {
    url: url.origin,
    username: decoded(url.username) || 'default',
    password: decoded(url.password),
    database,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
