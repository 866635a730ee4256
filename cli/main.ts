import { runCommandLine } from './run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  openWarehouse: async (options) => {
    const { openEmbeddedWarehouse } = await import('@vitalfew/warehouse/open-warehouse.ts')
    return openEmbeddedWarehouse(options)
  },
})
