import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { exactSum } from '../rows/exact-sum.ts'
import type { SelectedAccounts } from './selected-accounts.ts'

const Totals = z.object({ total: z.int(), netRevenue: z.number() })
type Totals = z.infer<typeof Totals>

/** Runs never change: what all of the accounts of one come to need not be counted twice. Only a shortcut, never the truth. */
const remembered = new Map<string, Totals>()
const most = 500

/** How many accounts a selection has, and their net revenue. */
export async function selectedTotals(warehouse: Warehouse, selected: SelectedAccounts): Promise<Totals> {
  const { stableKey, where, parameters } = selected
  const known = stableKey === undefined ? undefined : remembered.get(stableKey)
  if (known !== undefined) return known
  const query = defineQuery({
    name: 'selected-totals',
    parameters: z.record(z.string(), z.unknown()),
    row: Totals,
    sql: `SELECT count() AS total, ${exactSum('a.net_revenue')} AS netRevenue
FROM account_row AS a WHERE ${where}`,
  })
  const [totals = { total: 0, netRevenue: 0 }] = await warehouse.rows(query, { ...parameters })
  if (stableKey !== undefined) {
    if (remembered.size >= most) remembered.clear()
    remembered.set(stableKey, totals)
  }
  return totals
}
