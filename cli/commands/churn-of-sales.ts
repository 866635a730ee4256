import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import type { Churn } from '@vitalfew/contract/churn.ts'
import {
  churnRun,
  currentChurnImports,
  dropAccountChurn,
  dropMeasuredAccounts,
  importedRecords,
  type TextTable,
  type TicketRecord,
  toldByRecords,
} from '@vitalfew/domain/churn/index.ts'
import { dropAccountValues, valueAccounts, writeAccountValues } from '@vitalfew/domain/customer-value/index.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Output } from '../output/output.ts'
import type { ChurnOptions } from './churn-options.ts'
import { knownSales } from './known-sales.ts'
import type { OpenSales } from './open-sales.ts'
import { takeInSales } from './take-in-sales.ts'

/** What is known of accounts beside their sales. */
export interface ChurnRecords {
  readonly contracts: TextTable | null
  readonly tickets: readonly TicketRecord[] | null
}

interface Work {
  readonly options: ChurnOptions
  readonly output: Output
  readonly signal: AbortSignal
  readonly staged: StagedOutput | null
  readonly records: ChurnRecords
  readonly listed: number
}

/** The name under which the results of this command stand in the warehouse while it runs. */
const runId = 'churn'

/** Takes the sales in, measures and values the accounts, and says who may leave. */
export async function churnOfSales(sales: OpenSales, work: Work): Promise<Churn> {
  const { warehouse } = sales
  const { options, output, signal, records, listed } = work
  const { locale, horizonMonths, factors } = options
  await takeInSales(sales, work)
  const imports = (await currentSalesImports(warehouse)).map((item) => item.id)
  const { asOf, membershipSequence, firstDay, currency } = await knownSales(warehouse, imports, options)
  const scope = { runId, imports, membershipSequence, asOf }
  await clear(warehouse)
  output.progress('progress.metrics')
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart: firstDay })
  output.progress('progress.value')
  const settings = { ...defaultValueSettings, locale, currency }
  const valuation = await valueAccounts(warehouse, { ...scope, firstDay, settings, signal })
  await writeAccountValues(warehouse, valuation, { runId })
  output.progress('progress.churn')
  const terms = { ...scope, horizonMonths, listed }
  const isGiven = records.contracts !== null || records.tickets !== null
  const beside = isGiven
    ? await toldByRecords(warehouse, { ...terms, ...records, factors })
    : await importedRecords(warehouse, { ...terms, locale, factors, imports: await currentChurnImports(warehouse) })
  const found = await churnRun(warehouse, {
    ...scope,
    dataStart: firstDay,
    value: valuation,
    locale,
    currency,
    horizonMonths,
    listed,
    ...beside,
    signal,
  })
  await clear(warehouse)
  return found
}

async function clear(warehouse: Warehouse): Promise<void> {
  await dropMeasuredAccounts(warehouse, runId)
  await dropAccountValues(warehouse, runId)
  await dropAccountChurn(warehouse, runId)
}
