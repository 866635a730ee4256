import type { AccountHabits } from '@vitalfew/contract/api/account-habits.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { similarAccounts } from '@vitalfew/methods/whitespace/similar-accounts.ts'
import { whitespaceOffers } from '@vitalfew/methods/whitespace/whitespace-offers.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { itemLevel } from '../items/item-level.ts'
import { type BoughtItems, readAccountItems } from '../items/read-account-items.ts'
import { accountWords } from '../named-accounts.query.ts'
import type { AccountAsked } from './account-habits.ts'

const windowMonths = 12
const mostAccounts = 20_000
const peersOfAccount = 20
const evidenceShown = 3
const shown = 30

/** What accounts like one buy and it does not; null where it is not among those compared. */
export async function ownOffers(
  warehouse: Warehouse,
  { key, request }: AccountAsked,
): Promise<AccountHabits['whitespace']> {
  const { scope } = request
  const level = await itemLevel(warehouse, { scope, asked: undefined, wished: 'product' })
  const since = isoFromDay(addMonths(dayFromIso(scope.asOf), -windowMonths))
  const bought = await readAccountItems(warehouse, {
    ...scope,
    level,
    since,
    perAccount: true,
    leastHolders: 2,
    mostItems: 5_000,
    stride: 1,
    mostAccounts,
  })
  const account = bought.keys.indexOf(BigInt(key))
  if (account < 0) return null
  const itemShare = sharesOf(bought)
  const peers = similarAccounts(bought, { peers: peersOfAccount })(account)
  const offers = whitespaceOffers(bought, { account, peers }, { itemShare, totals: bought.totals })
    .filter(({ expectedValue }) => expectedValue > 0)
    .slice(0, shown)
  const keyOf = (buyer: number): string => String(bought.keys[buyer] ?? 0n)
  const evidence = offers.map(({ buyers }) => buyers.slice(0, evidenceShown).map(keyOf))
  const wordsOf = await accountWords(warehouse, { scope, keys: evidence.flat() })
  return {
    level,
    since,
    offers: offers.map((offer, index) => ({
      item: bought.named[offer.item]?.item ?? '',
      itemName: bought.named[offer.item]?.label ?? '',
      peers: offer.peers,
      buyers: offer.buyers.length,
      usualShare: itemShare[offer.item] ?? 0,
      probability: offer.probability,
      spendShare: offer.spendShare,
      spent: bought.totals[account] ?? 0,
      expectedValue: offer.expectedValue,
      evidence: (evidence[index] ?? []).map((buyer) => wordsOf(buyer).accountName || wordsOf(buyer).account),
    })),
  }
}

/** Share of the accounts compared that buy each item. */
function sharesOf({ keys, items, itemCount }: BoughtItems): Float64Array {
  const shares = new Float64Array(itemCount)
  for (const item of items) shares[item] = (shares[item] ?? 0) + 1 / keys.length
  return shares
}
