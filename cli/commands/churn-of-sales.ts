import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import {
  accountRecords,
  analysedContracts,
  churnRun,
  currentChurnImports,
  dropAccountChurn,
  dropMeasuredAccounts,
  importedRecords,
  type TextTable,
  type TicketRecord,
} from '@vitalfew/domain/churn/index.ts'
import {
  defaultValueSettings,
  dropAccountValues,
  valueAccounts,
  writeAccountValues,
} from '@vitalfew/domain/customer-value/index.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
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
  const beside = await recordsBeside(warehouse, { ...scope, locale, horizonMonths, factors, listed, records })
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

/** What the given files tell of accounts; where none is given, what the workspace knows. */
async function recordsBeside(warehouse: Warehouse, of: RecordScope) {
  const { records, factors, ...scope } = of
  const { asOf, horizonMonths, listed } = scope
  if (records.contracts === null && records.tickets === null) {
    return importedRecords(warehouse, { ...scope, imports: await currentChurnImports(warehouse) })
  }
  const contracts =
    records.contracts === null
      ? null
      : analysedContracts(records.contracts, { asOf: dayFromIso(asOf), horizonMonths, factors, listed })
  const subjects = { contracts: contracts?.subjects ?? null, tickets: records.tickets }
  const found = await accountRecords(warehouse, { ...scope, ...subjects })
  return { ...found, contracts: contracts?.churn ?? null }
}

interface RecordScope {
  readonly runId: string
  readonly membershipSequence: number
  readonly asOf: string
  readonly locale: Locale
  readonly horizonMonths: number
  readonly factors: readonly string[]
  readonly listed: number
  readonly records: ChurnRecords
}

async function clear(warehouse: Warehouse): Promise<void> {
  await dropMeasuredAccounts(warehouse, runId)
  await dropAccountValues(warehouse, runId)
  await dropAccountChurn(warehouse, runId)
}
