import { databaseOfEnvironment, secretOfEnvironment } from './config.ts'
import { runCommandLine } from './run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  openWarehouse: async ({ warehouse, ...options }) => {
    if (warehouse !== undefined) {
      const { openNamedWarehouse } = await import('@vitalfew/warehouse/open-named-warehouse.ts')
      return openNamedWarehouse(warehouse, secretOfEnvironment)
    }
    const { openEmbeddedWarehouse } = await import('@vitalfew/warehouse/open-warehouse.ts')
    return openEmbeddedWarehouse(options)
  },
  openStore: async ({ directory, durable, database }) => {
    const url = database ?? databaseOfEnvironment() ?? ''
    if (url !== '') {
      const { openNamedStore } = await import('@vitalfew/store/open-named-store.ts')
      return openNamedStore(url)
    }
    if (directory === undefined) return undefined
    const { openEmbeddedStore } = await import('@vitalfew/store/open-store.ts')
    return openEmbeddedStore({ directory, durable })
  },
})
