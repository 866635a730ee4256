import type { DateOrder, SalesField } from '@vitalfew/contract/imports.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { dateOrderVote, type DateOrderVote } from '../values/date-order.ts'
import { decimalMarkVote, type DecimalMarkVote } from '../values/decimal-mark.ts'
import { plainMicros, type DecimalMark } from '../values/parse-amount.ts'
import { plainIsoDay, type DateStyle } from '../values/parse-date.ts'
import { discountMode, type DiscountMode } from './discount-mode.ts'
import type { FieldColumns } from './recognise-headers.ts'

/** How the columns of a table are written, one decision per column. */
export interface ColumnStyles {
  readonly dateStyle: DateStyle
  readonly decimalMarks: Partial<Record<SalesField, DecimalMark>>
  readonly discount: DiscountMode
  /** True when every sampled day is an ISO date and every sampled figure a plain decimal. */
  readonly plain: boolean
}

export interface ColumnStylesRequest {
  readonly columns: FieldColumns
  readonly headers: readonly string[]
  readonly samples: ReadonlyArray<readonly string[]>
  readonly source: TableSource
  /** First row below the header. */
  readonly skip: number
  readonly signal: AbortSignal | undefined
}

const figures = ['amount', 'quantity', 'unitPrice', 'cost', 'unitCost', 'grossProfit', 'discount'] as const

interface Ballot {
  readonly column: number
  readonly vote: DateOrderVote | DecimalMarkVote
}

/** Votes over the sample, and over the rest of the file where the sample leaves a column open. */
export async function columnStyles(request: ColumnStylesRequest): Promise<ColumnStyles> {
  const { columns, headers, samples, source } = request
  const dates = { column: columns.date ?? -1, vote: dateOrderVote() }
  const marks = figures.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : [{ field, column, vote: decimalMarkVote() }]
  })
  const ballots: Ballot[] = [dates, ...marks]
  for (const { column, vote } of ballots) for (const value of samples[column] ?? []) vote.add(value)
  await readOn(ballots, request)

  const order: DateOrder = dates.vote.order()
  const decimalMarks: Partial<Record<SalesField, DecimalMark>> = {}
  for (const { field, vote } of marks) decimalMarks[field] = vote.mark()
  const discountColumn = columns.discount
  return {
    dateStyle: { order, serialZero: source.serialZero },
    decimalMarks,
    discount:
      discountColumn === undefined ? null : discountMode(headers[discountColumn] ?? '', samples[discountColumn] ?? []),
    plain: allPlain(request),
  }
}

async function readOn(ballots: readonly Ballot[], request: ColumnStylesRequest): Promise<void> {
  const sampled = request.samples[0]?.length ?? 0
  if (!ballots.some(({ vote }) => vote.undecided())) return
  let below = 0
  for await (const batch of request.source.rows(request.signal)) {
    for (const [index, row] of batch.rows.entries()) {
      if ((batch.numbers[index] ?? 0) < request.skip) continue
      below += 1
      if (below <= sampled) continue
      for (const { column, vote } of ballots) vote.add(row[column] ?? '')
    }
    if (!ballots.some(({ vote }) => vote.undecided())) return
  }
}

function allPlain({ columns, samples }: ColumnStylesRequest): boolean {
  const every = (column: number | undefined, test: (value: string) => boolean) =>
    column === undefined || (samples[column] ?? []).every((value) => value === '' || test(value))
  return (
    every(columns.date, (value) => !Number.isNaN(plainIsoDay(value))) &&
    figures.every((field) => every(columns[field], (value) => plainMicros(value) !== null))
  )
}
