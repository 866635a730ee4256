import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { selectionRunNamed, selectionRuns, tierMigration } from '@vitalfew/domain/selection/index.ts'
import { migrationTable, runsTable } from '../output/migration-table.ts'
import { openSales } from './open-sales.ts'
import type { SelectSurroundings } from './open-selection.ts'
import type { SelectOptions } from './select-options.ts'

/**
 * `vitalfew select migration [A B]`: which accounts went from which tier to which between two runs of a workspace, with their
 * money then and now; the runs there are, where none is named.
 */
export async function selectMigration(options: SelectOptions, around: SelectSurroundings): Promise<void> {
  const { output } = around
  const { locale, currency = unstatedCurrency, files: names } = options
  if (names.length === 1 || names.length > 2 || (options.workspace ?? options.warehouse) === undefined) {
    const expected = 'vitalfew select migration A B --workspace DIR'
    throw new ProductError('argument.invalid', { argument: 'RUN', value: names.join(' '), expected })
  }
  await using resources = new AsyncDisposableStack()
  const { warehouse } = await openSales(resources, { ...options, files: [], command: 'select migration' }, around)
  const runs = await selectionRuns(warehouse)
  output.endProgress()
  const [first, second] = names
  if (first === undefined || second === undefined) {
    const told = runs.map(({ model, ...run }) => ({ ...run, model: `${model.name}@${model.version}` }))
    return output.print(options.json ? JSON.stringify(told, null, 2) : runsTable(runs, locale))
  }
  const [from, to] = [selectionRunNamed(runs, first), selectionRunNamed(runs, second)]
  if (from.runId === to.runId) throw new ProductError('run.oneRun')
  const migration = await tierMigration(warehouse, { from, toRun: to.runId })
  await warehouse.verify()
  if (options.json) {
    return output.print(JSON.stringify({ ...migration, toRun: to.runId, toAsOf: to.asOf }, null, 2))
  }
  output.print(migrationTable({ from, to, migration, locale, currency }))
}
