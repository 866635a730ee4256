import { monthIndex } from '../calendar.ts'
import type { LedgerLine } from '../orders/sales-ledger.ts'

/** The figures of one customer record, account or group, in cents, added up line by line. */
export interface AccountFigures {
  readonly key: string
  readonly netCents: number
  readonly grossCents: number
  readonly returnsCents: number
  readonly profitCents: number
  readonly orders: number
  readonly orderLines: number
  readonly returnLines: number
  readonly cancelledLines: number
  readonly saleCentsByDay: ReadonlyMap<number, number>
  readonly netCentsByMonth: ReadonlyMap<number, number>
}

/** Figures of everything a line can be counted for, in the order of first appearance. */
export function figuresBy(ledger: readonly LedgerLine[], keyOf: (line: LedgerLine) => string): AccountFigures[] {
  const linesByKey = new Map<string, LedgerLine[]>()
  for (const line of ledger) {
    const key = keyOf(line)
    const lines = linesByKey.get(key)
    if (lines === undefined) linesByKey.set(key, [line])
    else lines.push(line)
  }
  return [...linesByKey].map(([key, lines]) => ({ key, ...figures(lines) }))
}

function figures(lines: readonly LedgerLine[]): Omit<AccountFigures, 'key'> {
  const sales = lines.filter(({ kind }) => kind === 'sale')
  const returns = lines.filter(({ kind }) => kind === 'return')
  const counted = lines.filter(({ kind }) => kind !== 'cancelled')
  const grossCents = total(sales)
  const returnsCents = -total(returns)
  const saleCentsByDay = new Map<number, number>()
  for (const { day, amountCents } of sales) saleCentsByDay.set(day, (saleCentsByDay.get(day) ?? 0) + amountCents)
  const netCentsByMonth = new Map<number, number>()
  for (const { day, amountCents } of counted) {
    netCentsByMonth.set(monthIndex(day), (netCentsByMonth.get(monthIndex(day)) ?? 0) + amountCents)
  }
  return {
    netCents: grossCents - returnsCents,
    grossCents,
    returnsCents,
    profitCents: counted.reduce((sum, { amountCents, costCents }) => sum + amountCents - costCents, 0),
    orders: new Set(sales.map(({ number }) => number)).size,
    orderLines: counted.length,
    returnLines: returns.length,
    cancelledLines: lines.length - counted.length,
    saleCentsByDay,
    netCentsByMonth,
  }
}

function total(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
}
