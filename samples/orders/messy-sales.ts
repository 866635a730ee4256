import type { SeededRandom } from '../seeded-random.ts'
import { itemAt } from '../seeded-random.ts'
import type { LedgerLine } from './sales-ledger.ts'

export type Fault = 'dateInvalid' | 'customerMissing' | 'amountInvalid'

/** A row of the sales file and what a careful import makes of it. */
export type SalesRow =
  | { readonly fate: 'accepted' | 'duplicateRow'; readonly line: LedgerLine }
  | { readonly fate: Fault; readonly line: LedgerLine; readonly badText: string }

/** An impossible day, an amount with the letter O, an amount with two points. */
const faults: readonly { fate: Fault; badText: string }[] = [
  { fate: 'dateInvalid', badText: '2023/2/30' },
  { fate: 'dateInvalid', badText: '2024/13/5' },
  { fate: 'dateInvalid', badText: '2025/6/31' },
  { fate: 'customerMissing', badText: '' },
  { fate: 'customerMissing', badText: '' },
  { fate: 'customerMissing', badText: '' },
  { fate: 'amountInvalid', badText: '1O80.5' },
  { fate: 'amountInvalid', badText: '12..80' },
  { fate: 'amountInvalid', badText: '36OO' },
]

const repeatedRows = 12

/**
 * The ledger as somebody exported it: some lines twice, and some rows that cannot be read. Those rows are additional
 * orders with numbers of their own, so that nothing true is lost with them.
 */
export function messySales(ledger: readonly LedgerLine[], random: SeededRandom): SalesRow[] {
  const sales = ledger.filter(({ kind }) => kind === 'sale')
  const repeated = new Set(
    random
      .shuffled(sales.map((_, index) => index))
      .slice(0, repeatedRows)
      .map((index) => itemAt(sales, index)),
  )
  const rows = ledger.flatMap((line): SalesRow[] =>
    repeated.has(line)
      ? [
          { fate: 'accepted', line },
          { fate: 'duplicateRow', line },
        ]
      : [{ fate: 'accepted', line }],
  )
  faults.forEach((fault, index) => {
    const line = { ...random.pick(sales), number: `SO99${String(index + 1).padStart(5, '0')}` }
    rows.splice(random.integer(100, rows.length - 100), 0, { ...fault, line })
  })
  return rows
}
