import type { ItemLevel } from '@vitalfew/contract/purchase-behaviour.ts'
import type { PreferredItem, PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { itemLevel } from '../items/item-level.ts'
import { type BoughtItems, readAccountItems } from '../items/read-account-items.ts'
import { accountWords } from '../named-accounts.query.ts'
import { type AccountPreference, accountPreferences } from './account-preferences.ts'
import { firstItems, itemBreadth, nextItems } from './habits.query.ts'
import { itemPrices } from './item-prices.ts'

export interface PreferenceRequest extends BehaviourRequest {
  readonly level?: ItemLevel
  readonly listed: number
}

/** Accounts times items stay below two million. */
const mostAccounts = 10_000
const mostItems = 200
const mostPairs = 50
const leastFollowers = 5

/** What accounts prefer beside others, how prices matter, how broad they buy, and what they begin and go on with. */
export async function purchasePreference(
  warehouse: Warehouse,
  request: PreferenceRequest,
): Promise<PurchasePreference> {
  const { scope, currency, listed } = request
  const level = await itemLevel(warehouse, { scope, asked: request.level, wished: 'category' })
  const bought = await readAccountItems(warehouse, {
    ...scope,
    level,
    since: '1900-01-01',
    perAccount: true,
    leastHolders: 1,
    mostItems,
    stride: 1,
    mostAccounts,
  })
  const { variance, preferred, avoided } = accountPreferences(bought, { listed })
  const keys = [...preferred, ...avoided].map(({ account }) => String(bought.keys[account] ?? 0n))
  const wordsOf = await accountWords(warehouse, { scope, keys })
  const told = (preference: AccountPreference): PreferredItem => {
    const { account, item, ...figures } = preference
    const named = bought.named[item]
    return {
      ...wordsOf(String(bought.keys[account] ?? 0n)),
      item: named?.item ?? '',
      itemName: named?.label ?? '',
      ...figures,
    }
  }
  const breadth = await warehouse.rows(itemBreadth, { ...scope, level })
  return {
    asOf: scope.asOf,
    currency,
    level,
    accounts: bought.keys.length,
    items: bought.named.length,
    variance,
    preferred: preferred.map(told),
    avoided: avoided.map(told),
    prices: await itemPrices(warehouse, scope),
    breadth: breadth
      .toReversed()
      .map(({ quarter, ...figures }) => ({ quarter: isoFromDay(firstDayOfMonth(quarter * 3)), ...figures })),
    ...(await sequencesOf(warehouse, { scope, level, bought })),
  }
}

async function sequencesOf(
  warehouse: Warehouse,
  {
    scope,
    level,
    bought,
  }: Pick<BehaviourRequest, 'scope'> & { readonly level: ItemLevel; readonly bought: BoughtItems },
): Promise<Pick<PurchasePreference, 'first' | 'next'>> {
  const labels = new Map(bought.named.map(({ item, label }) => [item, label]))
  const labelOf = (item: string): string => labels.get(item) ?? ''
  const first = await warehouse.rows(firstItems, { ...scope, level, limit: mostPairs })
  const next = await warehouse.rows(nextItems, { ...scope, level, limit: mostPairs, least: leastFollowers })
  return {
    first: first.map(({ item, accounts, returned, everybody }) => ({
      item,
      itemName: labelOf(item),
      accounts,
      share: accounts / everybody,
      returned: returned / accounts,
    })),
    next: next.map(({ from, to, accounts, began, followed, returned }) => ({
      from,
      fromName: labelOf(from),
      to,
      toName: labelOf(to),
      accounts,
      share: accounts / began,
      lift: (accounts * returned) / began / followed,
    })),
  }
}
