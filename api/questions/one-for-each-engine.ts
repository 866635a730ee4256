import type { EngineAddresses } from '../jobs/child-messages.ts'

/** What is made once for each engine that this process speaks to: a server has one. */
export function oneForEachEngine<Made>(
  make: (addresses: EngineAddresses) => Made,
): (addresses: EngineAddresses) => Made {
  const made = new Map<string, Made>()
  return (addresses) => {
    const name = JSON.stringify(addresses.warehouse)
    const known = made.get(name)
    if (known !== undefined) return known
    const fresh = make(addresses)
    made.set(name, fresh)
    return fresh
  }
}
