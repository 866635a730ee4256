import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ContractSubject } from '../contracts/contract-subjects.ts'
import type { AccountEvents } from '../warnings/account-events.ts'
import { keyedCustomers, type KeyScope } from './keyed-customers.ts'
import type { TicketRecord } from './ticket-records.ts'

export interface AccountRecords {
  readonly events: AccountEvents
  /** Why accounts left, by their keys. */
  readonly reasons: ReadonlyMap<bigint, string>
}

/** What contracts and tickets tell of the accounts of a run. */
export async function accountRecords(
  warehouse: Warehouse,
  {
    contracts,
    tickets,
    ...scope
  }: KeyScope & {
    readonly contracts: readonly ContractSubject[] | null
    readonly tickets: readonly TicketRecord[] | null
  },
): Promise<AccountRecords> {
  const reasons = new Map<bigint, string>()
  const complaints = tickets === null ? null : new Map<bigint, number[]>()
  const contractEnds = contracts === null ? null : new Map<bigint, number>()
  const ticketKeys = await keyedCustomers(warehouse, tickets ?? [], scope)
  tickets?.forEach(({ day, isComplaint, reason }, index) => {
    const key = ticketKeys[index]
    if (key === undefined) return
    if (isComplaint) complaints?.set(key, [...(complaints.get(key) ?? []), day])
    if (reason !== '') reasons.set(key, reason)
  })
  const contractKeys = await keyedCustomers(warehouse, contracts ?? [], scope)
  contracts?.forEach(({ endsOn, ended, secured, reason }, index) => {
    const key = contractKeys[index]
    if (key === undefined) return
    if (reason !== '') reasons.set(key, reason)
    if (endsOn !== null && !ended && !secured) contractEnds?.set(key, Math.max(endsOn, contractEnds.get(key) ?? endsOn))
  })
  return { events: { complaints, contractEnds }, reasons }
}
