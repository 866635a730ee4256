import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { membershipSequenceAt } from '@vitalfew/domain/identity/index.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { dataExtent } from '@vitalfew/domain/metrics/index.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { usualCurrency } from '@vitalfew/domain/settings/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importSales, openSales } from './open-sales.ts'
import type { SelectSurroundings, StoreDatabase } from './open-selection.ts'
import type { SelectOptions } from './select-options.ts'

export interface OpenRun {
  readonly warehouse: Warehouse
  /** undefined in a workspace that is thrown away. */
  readonly database: StoreDatabase | undefined
  readonly imports: Awaited<ReturnType<typeof currentSalesImports>>
  /** Every merge and split of customers that there is now. */
  readonly membershipSequence: number
  readonly asOf: string
  readonly currency: string
}

/**
 * Opens the warehouse and the store of a workspace and imports the files of a command.
 *
 * @throws ProductError `argument.invalid` where neither files nor a workspace are named, `analysis.nothingToAnalyse`
 */
export async function openRun(
  resources: AsyncDisposableStack,
  options: SelectOptions & { readonly command: string },
  around: SelectSurroundings,
): Promise<OpenRun> {
  const { signal, output, openStore } = around
  if (options.files.length === 0 && options.workspace === undefined) {
    const expected = `vitalfew ${options.command} --workspace DIR`
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected })
  }
  const sales = await openSales(resources, options, around)
  const { warehouse, workspace } = sales
  const opening = openStore({ directory: workspace.temporary ? undefined : workspace.storeDirectory, durable: true })
  // Its failure is told when the store is needed, unless something else fails before.
  const settled = opening.catch(() => undefined)
  resources.defer(async () => (await settled)?.close())
  const { dropDuplicates } = options
  await importSales(sales, { dropDuplicates, signal, output, onLeftOut: () => Promise.resolve() })
  const imports = await currentSalesImports(warehouse)
  const before = options.asOf ?? '2299-12-31'
  const [extent] = await warehouse.rows(dataExtent, { imports: imports.map(({ id }) => id), before })
  if (extent === undefined || extent.lines === 0) throw new ProductError('analysis.nothingToAnalyse', { asOf: before })
  const [currency, ...more] = extent.currencies
  const database = (await opening)?.store.database
  const usual =
    currency === undefined && database !== undefined ? await usualCurrency(database, options.currency) : undefined
  return {
    warehouse,
    database,
    imports,
    membershipSequence: await membershipSequenceAt(warehouse, options.level ?? 'account'),
    asOf: options.asOf ?? isoFromDay(dayFromIso(extent.lastDay) + 1),
    currency: options.currency ?? (more.length === 0 ? currency : undefined) ?? usual ?? unstatedCurrency,
  }
}
