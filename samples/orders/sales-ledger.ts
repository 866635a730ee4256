import type { Bilingual } from '../bilingual.ts'
import { yearOf } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import type { Salesperson } from '../company/salespeople.ts'
import type { DuplicateCustomer } from './duplicate-customers.ts'
import type { DocumentLine, SalesDocument } from './sales-document.ts'

/** One true line of the sales file, before anything is written badly. */
export interface LedgerLine extends DocumentLine {
  readonly number: string
  readonly kind: SalesDocument['kind']
  readonly day: number
  readonly account: Account
  /** The customer record it was entered under. */
  readonly key: string
  readonly keyName: Bilingual
  readonly department: Bilingual
  readonly salesperson: Salesperson
}

export interface Ledger {
  readonly histories: ReadonlyMap<Account, readonly SalesDocument[]>
  readonly duplicates: readonly DuplicateCustomer[]
}

/** All lines in the order of their days, documents numbered through the year as an ERP does. */
export function salesLedger({ histories, duplicates }: Ledger): LedgerLine[] {
  const recordOf = new Map(
    duplicates.flatMap((each) => [...each.documents].map((document) => [document, each] as const)),
  )
  const entries = [...histories].flatMap(([account, documents]) => documents.map((document) => ({ account, document })))
  // A stable sort keeps accounts of one day in their own order.
  entries.sort((a, b) => a.document.day - b.document.day)
  const counters = new Map<string, number>()
  return entries.flatMap(({ account, document }) => {
    const record = recordOf.get(document)
    const shared = {
      number: nextNumber(document, counters),
      kind: document.kind,
      day: document.day,
      account,
      key: record?.code ?? account.code,
      keyName: record?.name ?? account.name,
      department: document.department,
      salesperson: responsibleOn(account, document.day),
    }
    return document.lines.map((line) => ({ ...line, ...shared }))
  })
}

export function responsibleOn({ salesperson, handover }: Account, day: number): Salesperson {
  return handover !== null && day >= handover.day ? handover.to : salesperson
}

function nextNumber({ kind, day }: SalesDocument, counters: Map<string, number>): string {
  const series = `${kind === 'return' ? 'RT' : 'SO'}${yearOf(day) % 100}`
  const count = (counters.get(series) ?? 0) + 1
  counters.set(series, count)
  return series + String(count).padStart(5, '0')
}
