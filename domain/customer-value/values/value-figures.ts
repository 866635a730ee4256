import type { ValueColumns } from './value-columns.ts'

/** How many figures an account has. */
export const figuresPerAccount = 14

/** 2299-12-31, the last day the warehouse knows. */
const lastDay = 120_529

/**
 * The figures of one account, NaN where one is not defined: purchases, days of recency and of age, P(alive), expected
 * orders, value per order, CLV with lower and upper, value at risk, next order due, from and to (days since 1970-01-01),
 * overdue cycles.
 */
export function valueFigures(
  columns: ValueColumns,
  at: { readonly row: number; readonly until: number; readonly unitDays: number },
  into: Float64Array,
): void {
  const { row, until, unitDays } = at
  const value = (column: Float64Array): number => {
    const found = column[row] ?? Number.NaN
    return Number.isFinite(found) ? found : Number.NaN
  }
  const dayOf = (column: Float64Array): number => {
    const day = Math.round(until + value(column) * unitDays)
    return day <= lastDay ? day : Number.NaN
  }
  const clv = value(columns.clv)
  const cycle = value(columns.cycle)
  into[0] = value(columns.purchases)
  into[1] = Math.round(value(columns.recency) * unitDays)
  into[2] = Math.round(value(columns.age) * unitDays)
  into[3] = value(columns.alive)
  into[4] = value(columns.expectedOrders)
  into[5] = value(columns.valuePerOrder)
  into[6] = clv
  into[7] = value(columns.lower)
  into[8] = value(columns.upper)
  into[9] = Math.max(0, clv) * (1 - value(columns.alive))
  into[10] = dayOf(columns.dueIn)
  into[11] = dayOf(columns.dueInLower)
  into[12] = dayOf(columns.dueInUpper)
  into[13] = cycle > 0 ? -value(columns.dueIn) / cycle : Number.NaN
}
