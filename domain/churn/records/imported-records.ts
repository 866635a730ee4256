import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentRecordImports } from '../../imports/index.ts'
import { analysedContracts } from '../contracts/contract-churn.ts'
import { type AccountRecords, accountRecords } from './account-records.ts'
import { importedContractTable } from './imported-contract-table.ts'
import { importedTickets } from './imported-records.query.ts'
import type { KeyScope } from './keyed-customers.ts'

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
    ...scope
  }: KeyScope & {
    readonly imports: ChurnImports
    readonly asOf: string
    readonly locale: Locale
    readonly horizonMonths: number
    readonly listed: number
  },
): Promise<AccountRecords & { readonly contracts: ContractChurn | null }> {
  const t = translator(locale)
  const label = (field: string) => t(`imports.field.${field}`)
  const headers = {
    contractName: label('contractName'),
    discount: label('discount'),
    paymentDays: label('paymentDays'),
    salesperson: label('salesperson'),
    department: label('department'),
  }
  const table = await importedContractTable(warehouse, { ...scope, imports: imports.contracts, asOf, headers })
  const day = dayFromIso(asOf)
  const contracts = table === null ? null : analysedContracts(table, { asOf: day, horizonMonths, factors: [], listed })
  const tickets =
    imports.tickets.length === 0
      ? null
      : (await warehouse.rows(importedTickets, { imports: imports.tickets, asOf })).map(
          ({ isComplaint, ...ticket }) => ({
            ...ticket,
            isComplaint: isComplaint === 1,
          }),
        )
  const found = await accountRecords(warehouse, { ...scope, contracts: contracts?.subjects ?? null, tickets })
  return { ...found, contracts: contracts?.churn ?? null }
}
