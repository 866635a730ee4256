import type { AccountItems } from '@vitalfew/methods/whitespace/account-items.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { answeredRows } from '../answered-rows.ts'
import { accountItemRows } from './account-item-rows.query.ts'
import { rankedItems } from './ranked-items.query.ts'

/** What accounts buy, how often, and what their items are called. */
export interface BoughtItems extends AccountItems {
  readonly keys: readonly bigint[]
  /** Purchase days with the item. */
  readonly days: Uint32Array
  readonly named: readonly { readonly item: string; readonly label: string; readonly holders: number }[]
  /** What each account spends on the items. */
  readonly totals: Float64Array
}

const rowBytes = 24

/** Accounts and the items they buy, as columns. */
export async function readAccountItems(
  warehouse: Warehouse,
  parameters: z.input<typeof accountItemRows.parameters>,
): Promise<BoughtItems> {
  const named = await warehouse.rows(rankedItems, parameters)
  const view = await answeredRows(warehouse, { query: accountItemRows, parameters })
  const rows = view.byteLength / rowBytes
  const [keys, offsets]: [bigint[], number[]] = [[], []]
  const [items, days, amounts] = [new Uint32Array(rows), new Uint32Array(rows), new Float64Array(rows)]
  for (let row = 0; row < rows; row++) {
    const at = row * rowBytes
    const key = view.getBigUint64(at, true)
    if (keys.at(-1) !== key) {
      keys.push(key)
      offsets.push(row)
    }
    items[row] = view.getUint32(at + 8, true)
    days[row] = view.getUint32(at + 12, true)
    amounts[row] = view.getFloat64(at + 16, true)
  }
  const bounds = Uint32Array.from([...offsets, rows])
  const totals = Float64Array.from(keys, (_, account) =>
    amounts.subarray(bounds[account], bounds[account + 1]).reduce((sum, amount) => sum + amount, 0),
  )
  return { keys, offsets: bounds, items, days, amounts, totals, named, itemCount: named.length }
}
