import type { SalesLine } from '@vitalfew/methods/metrics/sales-line.ts'

interface BatchLine extends SalesLine {
  readonly customer: string
}

/** A made-up data set, as far as its accounts go: the membership log is believed up to an entry. */
interface Batch {
  readonly lines: readonly BatchLine[]
  readonly memberships: readonly { readonly customer: string; readonly account: string }[]
  readonly believed: number
}

export interface BatchAccountLine extends BatchLine {
  readonly account: string
  readonly isSale: boolean
}

/** The lines of a batch that count before a day, each with its account and whether it is a sale. */
export function batchAccountLines(batch: Batch, { asOf }: { readonly asOf: number }): BatchAccountLine[] {
  const accountOf = new Map(batch.memberships.slice(0, batch.believed).map((item) => [item.customer, item.account]))
  return batch.lines
    .filter((line) => line.day < asOf && line.kind !== 'cancelled')
    .map((line) => ({
      ...line,
      account: accountOf.get(line.customer) ?? line.customer,
      isSale: line.kind === 'sale',
    }))
}
