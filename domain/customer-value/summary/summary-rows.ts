import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import type { AccountValue } from '@vitalfew/contract/customer-value.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { figuresPerAccount, valueFigures } from '../values/value-figures.ts'
import type { SummaryTable } from './read-summary.ts'
import type { ValuedSummary } from './value-summary.ts'

/** The rows of a table of summaries as valued, in the order of the table. */
export function* summaryRows(
  table: SummaryTable,
  { columns, observation, summary }: ValuedSummary,
): Generator<AccountValue> {
  const decimals = currencyDecimals(summary.currency)
  const into = new Float64Array(figuresPerAccount)
  for (let row = 0; row < table.names.length; row++) {
    valueFigures(columns, { row, ...observation }, into)
    const [purchases = 0, recencyDays = 0, ageDays = 0, ...rest] = into
    const [pAlive, expectedOrders, valuePerOrder, clv, clvLower, clvUpper, valueAtRisk, due, from, to, overdue] = rest
    yield {
      account: table.names[row] ?? '',
      accountName: '',
      purchases,
      recencyDays,
      ageDays,
      pAlive: rounded(pAlive, 6),
      expectedOrders: rounded(expectedOrders, 6),
      valuePerOrder: rounded(valuePerOrder, decimals),
      clv: rounded(clv, decimals),
      clvLower: rounded(clvLower, decimals),
      clvUpper: rounded(clvUpper, decimals),
      valueAtRisk: rounded(valueAtRisk, decimals),
      nextOrderDue: dayOrNull(due),
      nextOrderFrom: dayOrNull(from),
      nextOrderTo: dayOrNull(to),
      overdueCycles: rounded(overdue, 3),
    }
  }
}

function rounded(value: number | undefined, places: number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : roundDecimals(value, places)
}

function dayOrNull(day: number | undefined): string | null {
  return day === undefined || Number.isNaN(day) ? null : isoFromDay(day)
}
