import type { ItemLevel, PurchaseWhitespace } from '@vitalfew/contract/purchase-behaviour.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { similarAccounts } from '@vitalfew/methods/whitespace/similar-accounts.ts'
import { type WhitespaceOffer, whitespaceOffers } from '@vitalfew/methods/whitespace/whitespace-offers.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { itemLevel } from '../items/item-level.ts'
import { type BoughtItems, readAccountItems } from '../items/read-account-items.ts'
import { accountWords } from '../named-accounts.query.ts'

export interface WhitespaceRequest extends BehaviourRequest {
  readonly level?: ItemLevel
  readonly listed: number
  /** Accounts that offers are looked for, those that spent most; 500 where absent. */
  readonly targets?: number
  readonly mostAccounts?: number
}

const windowMonths = 12
const peersOfAccount = 20
const evidenceShown = 3
/** Offers of one account on the list: beyond these nobody reads. */
const perAccount = 5

interface FoundOffer extends WhitespaceOffer {
  readonly account: number
}

/** What accounts like one buy and it does not, for the accounts that spend most, by what it may be worth in a year. */
export async function purchaseWhitespace(
  warehouse: Warehouse,
  request: WhitespaceRequest,
): Promise<PurchaseWhitespace> {
  const { scope, currency, listed, targets = 500, mostAccounts = 20_000 } = request
  const level = await itemLevel(warehouse, { scope, asked: request.level, wished: 'product' })
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
  const largest = [...bought.keys.keys()]
    .toSorted((one, other) => (bought.totals[other] ?? 0) - (bought.totals[one] ?? 0) || one - other)
    .slice(0, targets)
  const itemShare = sharesOf(bought)
  const offers = offersOf(bought, { accounts: largest, itemShare })
  const shown = offers.slice(0, listed)
  const keyOf = (account: number): string => String(bought.keys[account] ?? 0n)
  const evidenceOf = (offer: FoundOffer): number[] => offer.buyers.slice(0, evidenceShown)
  const keys = shown.flatMap((offer) => [offer.account, ...evidenceOf(offer)].map(keyOf))
  const wordsOf = await accountWords(warehouse, { scope, keys })
  return {
    asOf: scope.asOf,
    currency,
    level,
    since,
    accounts: bought.keys.length,
    targets: largest.length,
    expectedValue: offers.reduce((sum, offer) => sum + offer.expectedValue, 0),
    offers: shown.map((offer) => ({
      ...wordsOf(keyOf(offer.account)),
      item: bought.named[offer.item]?.item ?? '',
      itemName: bought.named[offer.item]?.label ?? '',
      peers: offer.peers,
      buyers: offer.buyers.length,
      usualShare: itemShare[offer.item] ?? 0,
      probability: offer.probability,
      spendShare: offer.spendShare,
      spent: bought.totals[offer.account] ?? 0,
      expectedValue: offer.expectedValue,
      evidence: evidenceOf(offer).map((account) => {
        const words = wordsOf(keyOf(account))
        return words.accountName === '' ? words.account : words.accountName
      }),
    })),
  }
}

function offersOf(
  bought: BoughtItems,
  { accounts, itemShare }: { readonly accounts: readonly number[]; readonly itemShare: Float64Array },
): FoundOffer[] {
  const find = similarAccounts(bought, { peers: peersOfAccount })
  return accounts
    .flatMap((account) =>
      whitespaceOffers(bought, { account, peers: find(account) }, { itemShare, totals: bought.totals })
        .slice(0, perAccount)
        .map((offer) => ({ ...offer, account })),
    )
    .filter(({ expectedValue }) => expectedValue > 0)
    .toSorted((one, other) => other.expectedValue - one.expectedValue || one.account - other.account)
}

/** Share of the accounts compared that buy each item. */
function sharesOf({ keys, items, itemCount }: BoughtItems): Float64Array {
  const shares = new Float64Array(itemCount)
  for (const item of items) shares[item] = (shares[item] ?? 0) + 1 / keys.length
  return shares
}
