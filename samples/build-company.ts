import type { Account } from './company/accounts.ts'
import { buildAccounts } from './company/accounts.ts'
import { accountHistory } from './orders/account-history.ts'
import type { DuplicateCustomer } from './orders/duplicate-customers.ts'
import { duplicateCustomers } from './orders/duplicate-customers.ts'
import type { SalesRow } from './orders/messy-sales.ts'
import { messySales } from './orders/messy-sales.ts'
import type { SalesDocument } from './orders/sales-document.ts'
import type { LedgerLine } from './orders/sales-ledger.ts'
import { salesLedger } from './orders/sales-ledger.ts'
import { seededRandom } from './seeded-random.ts'

/** The whole truth about the sample company, from which every file and every answer is written. */
export interface SampleCompany {
  readonly seed: string
  /** From the largest to the smallest, prospects last. */
  readonly accounts: readonly Account[]
  readonly histories: ReadonlyMap<Account, readonly SalesDocument[]>
  readonly duplicates: readonly DuplicateCustomer[]
  readonly ledger: readonly LedgerLine[]
  readonly salesRows: readonly SalesRow[]
}

export function buildCompany(seed: string): SampleCompany {
  const accounts = buildAccounts(seed)
  const histories = new Map(accounts.map((account) => [account, accountHistory(account, seed)]))
  const duplicates = duplicateCustomers({ histories, random: seededRandom(`${seed} duplicates`) })
  const ledger = salesLedger({ histories, duplicates })
  const salesRows = messySales(ledger, seededRandom(`${seed} mess`))
  return { seed, accounts, histories, duplicates, ledger, salesRows }
}
