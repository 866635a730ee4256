import type { AccountHabits } from '@vitalfew/contract/api/account-habits.ts'
import type { ItemLevel } from '@vitalfew/contract/purchase-behaviour.ts'
import { shrunkenLift } from '@vitalfew/methods/preference/shrunken-lift.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type BoughtItems, readAccountItems } from '../items/read-account-items.ts'
import { accountPreferences } from '../preference/account-preferences.ts'
import type { AccountAsked } from './account-habits.ts'

/** As many as the preferences of all accounts are compared among. */
const mostAccounts = 10_000
const mostItems = 200
const shown = 60

/** How often one account buys each item beside what the habits of all would have it; null where it is not among those compared. */
export async function ownPreferences(
  warehouse: Warehouse,
  { key, request, level }: AccountAsked & { readonly level: ItemLevel },
): Promise<AccountHabits['preference']> {
  const bought = await readAccountItems(warehouse, {
    ...request.scope,
    level,
    since: '1900-01-01',
    perAccount: true,
    leastHolders: 1,
    mostItems,
    stride: 1,
    mostAccounts,
  })
  const account = bought.keys.indexOf(BigInt(key))
  if (account < 0) return null
  const { variance } = accountPreferences(bought, { listed: 0 })
  const items = cellsOf(bought, account)
    .map((cell) => ({ ...cell, ...shrunkenLift(cell, { variance }) }))
    .toSorted(
      (one, other) => surely(other) - surely(one) || other.revenue - one.revenue || other.expected - one.expected,
    )
    .slice(0, shown)
  return { level, accounts: bought.keys.length, items }
}

/** What is surely more or less than usual comes first. */
function surely({ lower, upper }: { readonly lower: number; readonly upper: number }): number {
  return Number(lower > 1 || upper < 1)
}

function cellsOf({ offsets, items, days, amounts, named }: BoughtItems, account: number) {
  const itemDays = new Float64Array(named.length)
  let all = 0
  items.forEach((item, row) => {
    itemDays[item] = (itemDays[item] ?? 0) + (days[row] ?? 0)
    all += days[row] ?? 0
  })
  const rows = new Map<number, number>()
  let own = 0
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    rows.set(items[row] ?? 0, row)
    own += days[row] ?? 0
  }
  return named.flatMap(({ item, label }, place) => {
    const expected = (own * (itemDays[place] ?? 0)) / all
    const row = rows.get(place)
    if (!(expected > 0)) return []
    const [seen, revenue] = row === undefined ? [0, 0] : [days[row] ?? 0, amounts[row] ?? 0]
    return [{ item, itemName: label, seen, expected, revenue }]
  })
}
