import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '../imports/index.ts'
import { dataExtent, writeAccountMetrics } from '../metrics/index.ts'

export interface MeasuredFiles {
  readonly scope: {
    readonly runId: string
    readonly imports: number[]
    readonly membershipSequence: number
    readonly asOf: string
  }
  readonly dataStart: string
}

/** Imports sales files and measures their accounts, as the start of a run does. */
export async function measuredFiles(
  warehouse: Warehouse,
  paths: readonly string[],
  options: { readonly asOf?: string; readonly runId?: string } = {},
): Promise<MeasuredFiles> {
  const plans = await planSalesFiles({ paths, overrides: {} })
  const signal = new AbortController().signal
  await importSalesFiles(warehouse, { plans, dropDuplicates: false, signal, onLeftOut: () => Promise.resolve() })
  const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
  const [known] = await warehouse.rows(dataExtent, { imports, before: options.asOf ?? '2299-12-31' })
  if (known === undefined) throw new Error('the files must hold lines')
  const asOf = options.asOf ?? isoFromDay(dayFromIso(known.lastDay) + 1)
  const scope = { runId: options.runId ?? 'run', imports, membershipSequence: 0, asOf }
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart: known.firstDay })
  return { scope, dataStart: known.firstDay }
}
