import { preferenceVariance } from '@vitalfew/methods/preference/preference-variance.ts'
import { type ShrunkenLift, shrunkenLift } from '@vitalfew/methods/preference/shrunken-lift.ts'
import type { BoughtItems } from '../items/read-account-items.ts'

export interface AccountPreference extends ShrunkenLift {
  readonly account: number
  readonly item: number
  readonly seen: number
  readonly expected: number
  readonly revenue: number
}

export interface Preferences {
  readonly variance: number
  readonly preferred: readonly AccountPreference[]
  readonly avoided: readonly AccountPreference[]
}

/** Purchase days with an item that would be expected at least before its absence says anything. */
const leastExpected = 5

/** What accounts buy more and less often than the habits of all would have it: surely so, by their 90 % limits. */
export function accountPreferences(bought: BoughtItems, { listed }: { readonly listed: number }): Preferences {
  const accounts = bought.keys.length
  const itemDays = new Float64Array(bought.itemCount)
  const accountDays = new Float64Array(accounts)
  let all = 0
  for (let account = 0; account < accounts; account++) {
    for (let row = bought.offsets[account] ?? 0; row < (bought.offsets[account + 1] ?? 0); row++) {
      const days = bought.days[row] ?? 0
      const item = bought.items[row] ?? 0
      itemDays[item] = (itemDays[item] ?? 0) + days
      accountDays[account] = (accountDays[account] ?? 0) + days
      all += days
    }
  }
  const cells = cellsOf(bought, (account, item) => ((accountDays[account] ?? 0) * (itemDays[item] ?? 0)) / all)
  const variance = preferenceVariance(cells)
  const itemAmounts = new Float64Array(bought.itemCount)
  bought.items.forEach((item, row) => (itemAmounts[item] = (itemAmounts[item] ?? 0) + (bought.amounts[row] ?? 0)))
  const missing = ({ item, expected, seen }: Cell): number =>
    ((expected - seen) * (itemAmounts[item] ?? 0)) / Math.max(1, itemDays[item] ?? 0)
  const inOrder = (worth: (cell: Cell) => number) => (one: Cell, other: Cell) =>
    worth(other) - worth(one) || one.account - other.account || one.item - other.item
  // Limits are dear: they are asked for one after the other until the list is full. They lie on the side that was seen.
  const surest = (sorted: readonly Cell[], isSure: (lift: ShrunkenLift) => boolean): AccountPreference[] => {
    const found: AccountPreference[] = []
    for (const cell of sorted) {
      if (found.length === listed) break
      const lift = shrunkenLift(cell, { variance })
      if (isSure(lift)) found.push({ ...cell, ...lift })
    }
    return found
  }
  const more = cells.filter(({ seen, expected }) => seen > expected).toSorted(inOrder(({ revenue }) => revenue))
  const less = cells
    .filter(({ seen, expected }) => expected >= leastExpected && seen < expected)
    .toSorted(inOrder(missing))
  return {
    variance,
    preferred: surest(more, ({ lower }) => lower > 1),
    avoided: surest(less, ({ upper }) => upper < 1),
  }
}

type Cell = Omit<AccountPreference, keyof ShrunkenLift>

/** Every account with every item, bought or not. */
function cellsOf(bought: BoughtItems, expectedOf: (account: number, item: number) => number): Cell[] {
  const cells: Cell[] = []
  for (let account = 0; account < bought.keys.length; account++) {
    const rows = new Map<number, number>()
    for (let row = bought.offsets[account] ?? 0; row < (bought.offsets[account + 1] ?? 0); row++) {
      rows.set(bought.items[row] ?? 0, row)
    }
    for (let item = 0; item < bought.itemCount; item++) {
      const expected = expectedOf(account, item)
      if (!(expected > 0)) continue
      const row = rows.get(item)
      const seen = row === undefined ? 0 : (bought.days[row] ?? 0)
      cells.push({ account, item, seen, expected, revenue: row === undefined ? 0 : (bought.amounts[row] ?? 0) })
    }
  }
  return cells
}
