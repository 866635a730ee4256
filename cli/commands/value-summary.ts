import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { AccountValue } from '@vitalfew/contract/customer-value.ts'
import { readSummary, summaryRows, valueSummary } from '@vitalfew/domain/customer-value/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import type { Output } from '../output/output.ts'
import type { FoundValue } from '../output/value-table.ts'
import type { ValueOptions } from './value-options.ts'

const accountsShown = 10

/** `vitalfew value --summary`: a table of x, t_x and T, which needs no engine. */
export async function valueOfSummary(
  options: ValueOptions & { readonly summary: string },
  around: { readonly output: Output; readonly signal: AbortSignal; readonly staged: StagedOutput | null },
): Promise<FoundValue> {
  const { output, signal, staged } = around
  const { locale, sheet } = options
  const table = await readSummary(options.summary, { sheet, signal })
  output.progress('progress.value')
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10)
  const settings = { ...options.settings, locale, currency: options.currency ?? unstatedCurrency }
  const valued = await valueSummary({ table, settings, asOf, signal })
  if (staged !== null) {
    const lines = csvLines(summaryRows(table, valued))
    await pipeline(Readable.from(lines), createWriteStream(staged.path('values.csv')))
  }
  const best = [...summaryRows(table, valued)]
    .toSorted((a, b) => (b.clv ?? b.expectedOrders ?? 0) - (a.clv ?? a.expectedOrders ?? 0))
    .slice(0, accountsShown)
  return { summary: valued.summary, accounts: best, leftOut: 0, laterLines: 0 }
}

function* csvLines(rows: Iterable<AccountValue>): Generator<string> {
  yield `\uFEFF${Object.keys(AccountValue.shape).join(',')}\r\n`
  for (const row of rows) yield `${Object.values(row).map(csvCell).join(',')}\r\n`
}

/** A cell that begins like a formula would be run by the spreadsheet that opens it. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[\s'"]*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
