import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { analysedContracts, type ContractRequest } from '../contracts/contract-churn.ts'
import { type AccountRecords, accountRecords } from './account-records.ts'
import type { KeyScope } from './keyed-customers.ts'
import type { TextTable } from './text-table.ts'
import type { TicketRecord } from './ticket-records.ts'

export interface RecordsBeside extends KeyScope, Omit<ContractRequest, 'asOf'> {
  readonly asOf: string
  readonly contracts: TextTable | null
  readonly tickets: readonly TicketRecord[] | null
}

/**
 * What contracts and tickets tell of the accounts of a run as of its day, and what the contracts tell by themselves.
 *
 * @throws ProductError `argument.invalid` for factors of contracts that there are none of; `mapping.headerNotFound`
 */
export async function toldByRecords(
  warehouse: Warehouse,
  { contracts: table, tickets, asOf, horizonMonths, factors, listed, ...scope }: RecordsBeside,
): Promise<AccountRecords & { readonly contracts: ContractChurn | null }> {
  if (table === null && factors.length > 0) {
    const value = factors.join(',')
    throw new ProductError('argument.invalid', { argument: '--factors', value, expected: '--contracts FILE' })
  }
  const asked = { asOf: dayFromIso(asOf), horizonMonths, factors, listed }
  const contracts = table === null ? null : analysedContracts(table, asked)
  const found = await accountRecords(warehouse, { ...scope, contracts: contracts?.subjects ?? null, tickets })
  return { ...found, contracts: contracts?.churn ?? null }
}
