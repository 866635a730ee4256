import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentRecordImports } from '../../imports/index.ts'
import { importedContractTable } from './imported-contract-table.ts'
import { importedTickets } from './imported-records.query.ts'
import type { KeyScope } from './keyed-customers.ts'
import { toldByRecords } from './told-by-records.ts'

/** The imports, by their numbers, of what a workspace knows beside sales of who may leave. */
export interface ChurnImports {
  readonly contracts: number[]
  readonly tickets: number[]
}

/** The imports of contracts and tickets that count now, oldest first. */
export async function currentChurnImports(warehouse: Warehouse): Promise<ChurnImports> {
  const numbers = async (kind: 'contracts' | 'tickets') =>
    (await currentRecordImports(warehouse, kind)).map(({ id }) => id)
  return { contracts: await numbers('contracts'), tickets: await numbers('tickets') }
}

/** What the imported contracts and tickets tell of the accounts of a run, as of its day. */
export async function importedRecords(
  warehouse: Warehouse,
  {
    imports,
    asOf,
    locale,
    horizonMonths,
    listed,
    factors = [],
    ...scope
  }: KeyScope & {
    readonly imports: ChurnImports
    readonly asOf: string
    readonly locale: Locale
    readonly horizonMonths: number
    readonly listed: number
    /** Headers of the columns of contracts, in the words of `locale`, that the risk is explained by. */
    readonly factors?: readonly string[]
  },
): ReturnType<typeof toldByRecords> {
  const t = translator(locale)
  const label = (field: string) => t(`imports.field.${field}`)
  const headers = {
    yearlyAmount: label('yearlyAmount'),
    contractName: label('contractName'),
    discount: label('discount'),
    paymentDays: label('paymentDays'),
    salesperson: label('salesperson'),
    department: label('department'),
  }
  const contracts = await importedContractTable(warehouse, {
    ...scope,
    imports: imports.contracts,
    asOf,
    headers,
    file: t('imports.kind.contracts'),
  })
  const tickets =
    imports.tickets.length === 0 ? null : await warehouse.rows(importedTickets, { imports: imports.tickets, asOf })
  return toldByRecords(warehouse, { ...scope, asOf, horizonMonths, listed, factors, contracts, tickets })
}
