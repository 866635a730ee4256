import type { ControlTotal } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { isKnown, KnownLines } from '../lines/known-lines.ts'

const controlFigures = defineQuery({
  name: 'control-figures',
  parameters: KnownLines,
  row: z.object({
    byMonth: z.int(),
    byDepartment: z.int(),
    month: z.string(),
    department: z.string(),
    netRevenue: z.number(),
    grossProfit: z.number(),
    quantity: z.number(),
    rows: z.int(),
    orders: z.int(),
    customers: z.int(),
  }),
  sql: `
SELECT
  1 - grouping(month) AS byMonth,
  1 - grouping(department) AS byDepartment,
  formatDateTime(sales_line.day, '%Y-%m') AS month,
  toString(sales_line.department) AS department,
  toFloat64(sumIf(net_revenue, kind != 'cancelled')) AS netRevenue,
  toFloat64(sumIf(ifNull(gross_profit, 0), kind != 'cancelled')) AS grossProfit,
  toFloat64(sumIf(ifNull(sales_line.quantity, 0), kind != 'cancelled')) AS quantity,
  count() AS rows,
  uniqExactIf(order_number, kind = 'sale') AS orders,
  uniqExact(customer_key) AS customers
FROM sales_line
WHERE ${isKnown}
GROUP BY GROUPING SETS ((), (month), (department), (month, department))
`,
})

export interface CheckedTotal extends ControlTotal {
  readonly found: number
  readonly difference: number
}

/** Figures a person gave beside those of the data; what the data has nothing of is zero. */
export async function checkedTotals(
  warehouse: Warehouse,
  { controls, known }: { readonly controls: readonly ControlTotal[]; readonly known: KnownLines },
): Promise<CheckedTotal[]> {
  if (controls.length === 0) return []
  const figures = await warehouse.rows(controlFigures, known)
  const byPlace = new Map(
    figures.map((figure) => [
      JSON.stringify([
        figure.byMonth === 1 ? figure.month : null,
        figure.byDepartment === 1 ? figure.department : null,
      ]),
      figure,
    ]),
  )
  return controls.map((control) => {
    const found = byPlace.get(JSON.stringify([control.month, control.department]))?.[control.measure] ?? 0
    return { ...control, found, difference: found - control.value }
  })
}

/** Rounding of what was added up elsewhere is no difference: a cent a row, or a millionth of the figure. */
export function isDifferent({ value, difference, measure }: CheckedTotal, rows: number): boolean {
  const isMoney = measure === 'netRevenue' || measure === 'grossProfit'
  return Math.abs(difference) > (isMoney ? Math.min(0.01 * rows, 1 + Math.abs(value) * 1e-6) : 1e-9)
}
